import type { Language, Localized } from "../language";
import type { Grim } from "../plausibility/grim";
import { printLike, type PrintedFigure } from "../plausibility/printed";
import { both, formatted } from "./define";

const ratio = (total: string, n: number, language: Language): string =>
  language === "fr" ? `${total} sur ${formatted(n, "fr")}` : `${total} of ${formatted(n, "en")}`;

const totalsOf = ({ low, high }: NonNullable<Grim["totals"]>, l: Language): string =>
  low === high ? formatted(low, l) : `${formatted(low, l)} ${l === "fr" ? "à" : "to"} ${formatted(high, l)}`;

/** Possible totals beside a figure and how they print: "67 (51,1 %) ou 68 (51,9 %)". */
export const neighbours = (figure: PrintedFigure, n: number, totals: readonly number[]): Localized =>
  both((l) =>
    totals
      .map((total) => `${formatted(total, l)} (${printLike(figure, total, n, l)})`)
      .join(l === "fr" ? " ou " : " or "),
  );

/** What PLAUSIBLE answers: whether the figure can be, from which totals, or the nearest that can. */
export function plausibleText(
  figure: PrintedFigure,
  n: number,
  { reading, totals, nearest }: Grim,
): Localized {
  return both((l) => {
    if (!totals) {
      const near = neighbours(figure, n, nearest)[l];
      return l === "fr" ? `Non : sur ${formatted(n, l)}, ${near}` : `No: of ${formatted(n, l)}, ${near}`;
    }
    const from = ratio(totalsOf(totals, l), n, l);
    if (reading === "rounded") return l === "fr" ? `Oui : ${from}` : `Yes: ${from}`;
    const rounded = printLike(figure, totals.low, n, l);
    return l === "fr" ? `Tronqué : ${from} s’arrondit à ${rounded}` : `Cut off: ${from} rounds to ${rounded}`;
  });
}
