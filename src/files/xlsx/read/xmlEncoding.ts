import { wholePart, type BlockSource } from "./inflate";
import { RATIO_MATTERS_ABOVE } from "./limits";
import { refuse } from "./refused";

const MAX_UTF16 = 16 * RATIO_MATTERS_ABOVE;

/**
 * Gives a part as UTF-8 whatever it was: a byte-order mark is taken off, UTF-16 is written anew. Other encodings
 * are refused by name, since reading them as UTF-8 would change letters silently.
 */
export function asUtf8(source: BlockSource, part: string): BlockSource {
  let first = source.next();
  while (first !== null && first.length < 4) {
    const more = source.next();
    if (more === null) break;
    first = joined(first, more);
  }
  if (first === null) return source;
  const [a, b, c, d] = first;
  const wide = (a === 0xff && b === 0xfe && (c !== 0 || d !== 0)) || (a === 0x3c && b === 0 && c !== 0);
  const wideBig = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  if (wide || wideBig) return fromUtf16(startingWith(first, source), wide ? "utf-16le" : "utf-16be", part);
  if (a === 0 || b === 0 || (a === 0xff && b === 0xfe))
    refuse("unsupportedEncoding", { part, found: "UTF-32" });
  const bytes = a === 0xef && b === 0xbb && c === 0xbf ? first.subarray(3) : first;
  const encoding = declaredEncoding(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
  if (!["utf-8", "utf8", "us-ascii", "ascii"].includes(encoding))
    refuse("unsupportedEncoding", { part, found: encoding });
  return startingWith(bytes, source);
}

const declaredEncoding = (head: string): string =>
  /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1].toLowerCase() ?? "utf-8";

function fromUtf16(source: BlockSource, encoding: string, part: string): BlockSource {
  const bytes = wholePart(source, MAX_UTF16);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse("unsupportedEncoding", { part, found: encoding });
  }
  return startingWith(new TextEncoder().encode(text), { next: () => null });
}

function startingWith(first: Uint8Array, rest: BlockSource): BlockSource {
  let given = false;
  return {
    next: () => {
      if (given) return rest.next();
      given = true;
      return first;
    },
  };
}

export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
