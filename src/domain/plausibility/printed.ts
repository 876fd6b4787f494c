import type { Language } from "../language";

/** From `low / per` to `high / per`, in whole numbers so that nothing is lost to binary fractions. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly per: number;
  /** The upper end is not reached (a truncated figure). */
  readonly open?: true;
}

/** A figure as printed: its value, and what it may have been before it was shortened. */
export interface PrintedFigure {
  readonly unit: "percent" | "number" | "fraction";
  /** Share of 1 for percents and fractions. */
  readonly value: number;
  /** Digits printed after the decimal mark. */
  readonly decimals: number;
  /** What rounds to it; both ends count, as halves are rounded up by some and to even by others. */
  readonly rounded: Bounds;
  /** What is cut off to it; a fraction in words is never cut off. */
  readonly truncated: Bounds | null;
}

/** Figures with more decimals are not printed by anybody, and would not be whole numbers here. */
export const MOST_DECIMALS = 6;
const PERCENT = / ?(?:%|pct|pour ?cent|per ?cent|p\. ?100)$/i;
/** A simple fraction stands for what is nearer to it than to any other with denominators up to this. */
const FAREY = 10;

/**
 * Reads a figure as it is printed in French or English: decimal comma or point, zeros at the end kept, "%"
 * with or without a space of any kind, thousands in groups, a fraction. Null when the text is not one figure.
 *
 * A number is read with the digits it shows: 2.1 says nothing of a zero behind, so give the text.
 * @example readPrinted("76,60 %").decimals // 2
 * @example readPrinted("16.2 %").value // 0.162
 * @example readPrinted("1/3").value // 0.3333
 * @example readPrinted("1 048,5").value // 1048.5
 * "More than half", "moins de 20 %" stand for everything on that side.
 * @example readPrinted("plus de la moitié").value // 0.5
 * @example readPrinted("environ 12") // null
 */
export function readPrinted(printed: unknown): PrintedFigure | null {
  const text = plain(printed);
  const limit = LIMIT.exec(text);
  if (limit) return bounded(readPrinted(limit[3]), limit[1] !== undefined);
  const words = WORDS[text.toLowerCase().replace(/^(?:la|le|un|a|one) /, "")];
  if (words) return readFraction(...words);
  const fraction = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(text);
  if (fraction) return readFraction(Number(fraction[1]), Number(fraction[2]));
  const percent = PERCENT.test(text);
  const digits = ungrouped(text.replace(PERCENT, ""));
  const parts = /^(\d{1,12})(?:[.,](\d+))?$/.exec(digits);
  if (!parts || (parts[2]?.length ?? 0) > MOST_DECIMALS) return null;
  return decimal(Number(parts[1] + (parts[2] ?? "")), parts[2]?.length ?? 0, percent);
}

const LIMIT = /^(?:(plus d[eu]|more than|over|>) ?|(moins d[eu]|less than|under|<) ?)(.+)$/i;
const WORDS: Readonly<Record<string, readonly [number, number]>> = {
  moitié: [1, 2],
  half: [1, 2],
  tiers: [1, 3],
  third: [1, 3],
  quart: [1, 4],
  quarter: [1, 4],
};

/** Everything above or below a figure; the figure itself is not held against anybody. */
function bounded(figure: PrintedFigure | null, above: boolean): PrintedFigure | null {
  if (!figure) return null;
  const { per } = figure.rounded;
  const at = Math.round(figure.value * per);
  const rounded = above
    ? { low: at, high: figure.unit === "number" ? 10 ** 12 * per : per, per }
    : { low: 0, high: at, per };
  return { ...figure, rounded, truncated: null };
}

/** The figure with the digits `units` and a decimal mark before the last `decimals` of them. */
function decimal(units: number, decimals: number, percent: boolean): PrintedFigure {
  const per = 2 * 10 ** (decimals + (percent ? 2 : 0));
  return {
    unit: percent ? "percent" : "number",
    value: (2 * units) / per,
    decimals,
    rounded: { low: 2 * units - 1, high: 2 * units + 1, per },
    truncated: { low: 2 * units, high: 2 * units + 2, per, open: true },
  };
}

/** The same digits read as a percentage: a column headed "%". */
export function asPercent(figure: PrintedFigure): PrintedFigure {
  if (figure.unit !== "number") return figure;
  return decimal(Math.round(figure.value * 10 ** figure.decimals), figure.decimals, true);
}

/**
 * A fraction in words or figures is a choice among simple fractions: it stands for the values nearer to it
 * than to its neighbours in the Farey sequence of order 10 (or of its own denominator).
 */
function readFraction(top: number, bottom: number): PrintedFigure | null {
  if (bottom === 0 || top > bottom) return null;
  const [below, above] = fareyNeighbours(top, bottom, Math.max(FAREY, bottom));
  const per = 2 * bottom * below[1] * above[1];
  const middle = ([a, b]: readonly [number, number]) => ((top * b + a * bottom) * per) / (2 * bottom * b);
  return {
    unit: "fraction",
    value: top / bottom,
    decimals: 0,
    rounded: { low: Math.round(middle(below)), high: Math.round(middle(above)), per },
    truncated: null,
  };
}

type Ratio = readonly [number, number];

/** Nearest fractions on both sides with denominators up to `order`; O(order). */
function fareyNeighbours(top: number, bottom: number, order: number): [Ratio, Ratio] {
  let below: Ratio = [0, 1];
  let above: Ratio = [1, 1];
  for (let b = 1; b <= order; b++) {
    const under = Math.ceil((top * b) / bottom) - 1;
    const over = Math.floor((top * b) / bottom) + 1;
    if (under * below[1] > below[0] * b) below = [under, b];
    if (over * above[1] < above[0] * b) above = [over, b];
  }
  return [below, above];
}

/** One kind of space, plain digits, no sign; a number as the shortest text that gives it. */
function plain(printed: unknown): string {
  if (typeof printed === "number") {
    return Number.isFinite(printed) ? String(Number(printed.toFixed(MOST_DECIMALS))) : "";
  }
  if (typeof printed !== "string") return "";
  return printed.normalize("NFKC").replace(/⁄/g, "/").replace(/\s+/g, " ").trim();
}

/** Without marks of thousands, when there is no doubt that they are. */
function ungrouped(text: string): string {
  if (/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(text)) return text.replace(/ /g, "");
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replace(/\./g, "");
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return text.replace(/,/g, "");
  return text;
}

/**
 * A ratio as the figure prints it: as many decimals, "%" if it has one, in the language's own marks.
 * @example printLike(readPrinted("51,4 %"), 67, 131, "fr") // "51,1\u00a0%"
 * @example printLike(readPrinted("2.14"), 281, 131, "en") // "2.15"
 */
export function printLike(figure: PrintedFigure, total: number, n: number, language: Language): string {
  const percent = figure.unit !== "number";
  const decimals = figure.unit === "fraction" ? 1 : figure.decimals;
  const units = Math.round((total * 10 ** (decimals + (percent ? 2 : 0))) / n);
  const digits = String(units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals ? `${whole}${language === "fr" ? "," : "."}${digits.slice(-decimals)}` : whole;
  return percent ? `${text}${language === "fr" ? "\u00a0%" : "%"}` : text;
}
