import { normalizeText } from "../text/normalize";
import { countScale, shareScale, type Scale } from "./grim";
import { asPercent, type PrintedFigure } from "./printed";

const PERCENT = new Set(["%", "pourcentage", "percent", "percentage"]);
const SHARE = new Set(["part", "proportion", "share"]);
const MEAN = new Set(["moyenne", "mean", "average"]);
/** Codes end here, as in the code book. */
const MOST_CODES = 240;

/** A figure with what it is a mean of. */
export interface Measured {
  readonly figure: PrintedFigure;
  readonly scale: Scale;
}

/**
 * Reads the lowest and highest code of a scale: "1-4", "1 à 4", "1 to 4", "1..4", or 4 alone for 1 to 4.
 * @example readCodes("1 à 4") // { min: 1, max: 4 }
 * @example readCodes(4) // { min: 1, max: 4 }
 * @example readCodes("4-1") // null
 */
export function readCodes(text: unknown): Scale | null {
  const parts = /^(?:(\d{1,3}) ?(?:-|a|to|\.\.|…) ?)?(\d{1,3})$/.exec(normalizeText(String(text ?? "")));
  if (!parts) return null;
  const [min, max] = [Number(parts[1] ?? 1), Number(parts[2])];
  return min < max && max <= MOST_CODES ? { min, max } : null;
}

/**
 * What a printed figure is under the kind a person names: "%" (the sign is understood), "part" (0 … 1, or a
 * percentage), "moyenne" (of whole numbers from 0), or codes "1-4" (mean of codes). Without kind, what has a
 * "%" or is a fraction is a share, the rest a mean.
 * @returns "unknownKind" or "percentIsNoMean" when it is none.
 * @example measured(readPrinted("0,36"), "part").scale // { min: 0, max: 1 }
 * @example measured(readPrinted("36"), "part").figure.unit // "percent"
 * @example measured(readPrinted("36 %"), "1-4") // "percentIsNoMean"
 */
export function measured(figure: PrintedFigure, kind: unknown): Measured | "unknownKind" | "percentIsNoMean" {
  const name = normalizeText(String(kind ?? ""));
  if (name === "") return { figure, scale: figure.unit === "number" ? countScale : shareScale };
  if (PERCENT.has(name)) return { figure: asPercent(figure), scale: shareScale };
  if (SHARE.has(name)) return { figure: figure.value > 1 ? asPercent(figure) : figure, scale: shareScale };
  const scale = MEAN.has(name) ? countScale : readCodes(kind);
  if (!scale) return "unknownKind";
  return figure.unit === "number" ? { figure, scale } : "percentIsNoMean";
}

export { readPrinted } from "./printed";
