const MINUS = 45;
const POINT = 46;
const powers = Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * The number between two places of a part, exactly the nearest double; NaN when it is none. Up to 15 digits are
 * read as a whole number and one division, which rounds once and so rightly; anything else goes through text.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === MINUS;
  if (negative) i++;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (; i < end; i++) {
    const digit = bytes[i] - 48;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (bytes[i] === POINT && decimals < 0) decimals = 0;
    else return numberOf(new TextDecoder().decode(bytes.subarray(start, end)));
  }
  if (digits === 0 || digits > 15) return numberOf(new TextDecoder().decode(bytes.subarray(start, end)));
  const size = decimals > 0 ? whole / powers[decimals] : whole;
  return negative ? -size : size;
}

/** A number as XML writes it (xsd:double), white space around allowed; NaN for words, blanks and infinities. */
export function numberOf(text: string): number {
  const trimmed = text.trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(trimmed) && Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : NaN;
}
