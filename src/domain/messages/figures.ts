import type { Language, Localized } from "../language";
import { printLike, type PrintedFigure } from "../plausibility/printed";
import { both, formatted, listed, quoted } from "./define";

const sumText = (parts: readonly number[], l: Language): string =>
  parts.length > 12 ? "" : ` (${parts.map((part) => formatted(part, l)).join(" + ")})`;

const total = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
const decimal = (value: number, l: Language): string => formatted(Number(value.toFixed(4)), l);
const percent = (value: number, l: Language): string =>
  `${formatted(Number((100 * value).toFixed(2)), l)}${l === "fr" ? "\u00a0%" : "%"}`;

interface OnBase {
  readonly figure: PrintedFigure;
  readonly printed: string;
  readonly count: number | null;
  readonly n: number;
}
interface OfTotal {
  readonly figure: PrintedFigure;
  readonly printed: string;
  readonly total: number;
  readonly n: number;
}
/** A relation that asks a count to be another. */
interface Reason {
  readonly kind: "sum" | "same" | "rows";
  readonly isTotal: boolean;
  readonly total: string | null;
  readonly number: number;
  readonly parts: readonly number[];
  readonly first: string;
}

function reasonText(reason: Reason, l: Language): string {
  const fr = l === "fr";
  const number = formatted(reason.number, l);
  if (reason.kind === "rows") return fr ? `${number} sont cités` : `${number} are listed`;
  if (reason.kind === "same") {
    const [name, value] = reason.isTotal
      ? [reason.first, formatted(reason.parts[0], l)]
      : [reason.total ?? "", number];
    return fr ? `${quoted(name, l)} dit ${value}` : `${quoted(name, l)} says ${value}`;
  }
  const sum = `${formatted(total(reason.parts), l)}${sumText(reason.parts, l)}`;
  if (reason.isTotal) return fr ? `ses parties font ${sum}` : `its parts make ${sum}`;
  const whole = reason.total ? `${quoted(reason.total, l)} (${number})` : number;
  return fr
    ? `${whole} ne tient qu’ainsi${sumText(reason.parts, l)}`
    : `only so does ${whole} hold${sumText(reason.parts, l)}`;
}

/** What the audit of published figures says: what is printed, why it cannot be, what could. */
export const figureMessages = {
  plainNumber: (p: { value: number }): Localized => both((l) => formatted(p.value, l)),
  countContradicted: (p: { printed: number; value: number; reasons: readonly Reason[] }): Localized =>
    both((l) => {
      const why = p.reasons.map((reason) => reasonText(reason, l)).join(l === "fr" ? " ; " : "; ");
      const [printed, value] = [formatted(p.printed, l), formatted(p.value, l)];
      return l === "fr"
        ? `${printed} contredit les autres chiffres, qui donnent ${value} : ${why}.`
        : `${printed} contradicts the other figures, which give ${value}: ${why}.`;
    }),
  partsDoNotAdd: (p: { parts: readonly number[]; number: number }): Localized =>
    both((l) => {
      const sum = `${formatted(total(p.parts), l)}${sumText(p.parts, l)}`;
      return l === "fr"
        ? `les parties font ${sum} et non ${formatted(p.number, l)}.`
        : `the parts make ${sum}, not ${formatted(p.number, l)}.`;
    }),
  partAboveWhole: (p: { value: number; whole: number; of?: string }): Localized =>
    both((l) => {
      const whole = `${formatted(p.whole, l)}${p.of ? ` (${p.of})` : ""}`;
      return l === "fr"
        ? `${formatted(p.value, l)} dépasse sa base, ${whole}.`
        : `${formatted(p.value, l)} is more than its base, ${whole}.`;
    }),
  notShareOfCount: (p: OnBase): Localized =>
    both((l) => {
      const is = printLike(p.figure, p.count!, p.n, l);
      return l === "fr"
        ? `${formatted(p.count, l)} sur ${formatted(p.n, l)} font ${is} et non ${p.printed}.`
        : `${formatted(p.count, l)} of ${formatted(p.n, l)} is ${is}, not ${p.printed}.`;
    }),
  shareOfWrongTotal: (p: OnBase & { printedN: number; fits: boolean }): Localized =>
    both((l) => {
      const is = printLike(p.figure, p.count!, p.n, l);
      const was = printLike(p.figure, p.count!, p.printedN, l);
      const [n, printedN] = [formatted(p.n, l), formatted(p.printedN, l)];
      if (l === "fr")
        return `${formatted(p.count, l)} sur ${n}, somme des parties, font ${is} et non ${p.printed}${p.fits ? ` ; ${p.printed} ne vaut que sur ${printedN}, que les parties démentent` : ` (sur ${printedN} imprimé : ${was})`}.`;
      return `${formatted(p.count, l)} of ${n}, the sum of the parts, is ${is}, not ${p.printed}${p.fits ? `; ${p.printed} holds only of ${printedN}, which the parts deny` : ` (of ${printedN} as printed: ${was})`}.`;
    }),
  mixedRounding: (p: OfTotal & { others: readonly string[] }): Localized =>
    both((l) => {
      const is = printLike(p.figure, p.total, p.n, l);
      const ratio = `${formatted(p.total, l)} ${l === "fr" ? "sur" : "of"} ${formatted(p.n, l)}`;
      return l === "fr"
        ? `${ratio} font ${is} ; ${p.printed} est tronqué alors que la même série est arrondie (${listed(p.others, 3)}).`
        : `${ratio} is ${is}; ${p.printed} is cut off while the same series is rounded (${listed(p.others, 3)}).`;
    }),
  cutOff: (p: OfTotal): Localized =>
    both((l) => {
      const is = printLike(p.figure, p.total, p.n, l);
      const ratio = `${formatted(p.total, l)} ${l === "fr" ? "sur" : "of"} ${formatted(p.n, l)}`;
      return l === "fr"
        ? `${p.printed} ne tient que tronqué ; ${ratio} s’arrondit à ${is}.`
        : `${p.printed} holds only if cut off; ${ratio} rounds to ${is}.`;
    }),
  averageCutOff: (p: { printed: string; others: readonly string[] }): Localized => ({
    fr: `${p.printed} ne tient que tronqué, vu ${listed(p.others)}.`,
    en: `${p.printed} holds only if cut off, given ${listed(p.others)}.`,
  }),
  notOnBase: (p: OnBase): Localized =>
    both((l) =>
      l === "fr"
        ? `aucun compte entier sur ${formatted(p.n, l)} ne donne ${p.printed}.`
        : `no whole count of ${formatted(p.n, l)} gives ${p.printed}.`,
    ),
  onNoBase: (p: { printed: string; most: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.printed} n’est possible sur aucun effectif de 1 à ${formatted(p.most, l)}.`
        : `${p.printed} is possible on no number from 1 to ${formatted(p.most, l)}.`,
    ),
  outsideScale: (p: OnBase & { min: number; max: number }): Localized => ({
    fr: `${p.printed} est hors de l’échelle ${p.min} à ${p.max}.`,
    en: `${p.printed} is outside the scale ${p.min} to ${p.max}.`,
  }),
  sharesDoNotAdd: (p: { parts: readonly string[]; sum: number; total: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.parts.join(" + ")} font ${percent(p.sum, l)} et non ${percent(p.total, l)}, plus que l’arrondi n’explique.`
        : `${p.parts.join(" + ")} make ${percent(p.sum, l)}, not ${percent(p.total, l)}, more than rounding explains.`,
    ),
  sharesContradict: (p: { printed: string; others: readonly string[] }): Localized => ({
    fr: `${p.printed} ne peut aller avec ${listed(p.others)} : aucune répartition ne donne les deux.`,
    en: `${p.printed} cannot go with ${listed(p.others)}: no distribution gives both.`,
  }),
  meanNotOfShares: (p: {
    printed: string;
    figure: PrintedFigure;
    n: number;
    low: number;
    high: number;
    codes: { min: number; max: number };
    fromZero: boolean;
    swapped?: { name: string; printed: string };
  }): Localized =>
    both((l) => {
      const [low, high] = [printLike(p.figure, p.low, p.n, l), printLike(p.figure, p.high, p.n, l)];
      const { min, max } = p.codes;
      if (l === "fr") {
        const range = low === high ? low : `entre ${low} et ${high}`;
        const zero = p.fromZero ? ` Il tiendrait avec des codes 0 à ${max - min}.` : "";
        const swap = p.swapped
          ? ` Il conviendrait à « ${p.swapped.name} » (${p.swapped.printed}), et inversement : les deux semblent échangés.`
          : "";
        return `avec les codes ${min} à ${max}, la répartition imprimée donne ${range} et non ${p.printed}.${zero}${swap}`;
      }
      const range = low === high ? low : `${low} to ${high}`;
      const zero = p.fromZero ? ` It would hold with codes 0 to ${max - min}.` : "";
      const swap = p.swapped
        ? ` It would suit “${p.swapped.name}” (${p.swapped.printed}) and the other way round: the two seem swapped.`
        : "";
      return `with codes ${min} to ${max}, the printed distribution gives ${range}, not ${p.printed}.${zero}${swap}`;
    }),
  noDivisor: (p: {
    printed: string;
    total: number;
    most: number;
    exact: boolean;
    wanted: { first: number; last: number } | null;
  }): Localized =>
    both((l) => {
      const [sum, most] = [formatted(p.total, l), formatted(p.most, l)];
      const { first = 0, last = 0 } = p.wanted ?? {};
      const range =
        first === last
          ? formatted(first, l)
          : `${formatted(first, l)} ${l === "fr" ? "à" : "to"} ${formatted(last, l)}`;
      if (l === "fr") {
        if (p.exact) return `${sum} divisés par ${most} ne font pas ${p.printed}.`;
        return p.wanted
          ? `${sum} ne font ${p.printed} que divisés par ${range}, or il y en a ${most} au plus.`
          : `${sum} divisés par aucun nombre entier ne font ${p.printed}.`;
      }
      if (p.exact) return `${sum} divided by ${most} is not ${p.printed}.`;
      return p.wanted
        ? `${sum} is ${p.printed} only if divided by ${range}, but there are ${most} at most.`
        : `${sum} divided by no whole number is ${p.printed}.`;
    }),
  meanCutOff: (p: { printed: string; total: number }): Localized => ({
    fr: `${p.printed} ne tient que tronqué.`,
    en: `${p.printed} holds only if cut off.`,
  }),
  spreadImpossible: (p: {
    total: number;
    most: number;
    exact: boolean;
    said: readonly string[];
  }): Localized =>
    both((l) => {
      const [sum, most] = [formatted(p.total, l), formatted(p.most, l)];
      return l === "fr"
        ? `${sum} ne se répartissent pas ainsi sur ${p.exact ? most : `${most} au plus`} (${p.said.join(", ")}).`
        : `${sum} cannot be spread so over ${p.exact ? most : `${most} at most`} (${p.said.join(", ")}).`;
    }),
  medianNotHalf: (p: { printed: string }): Localized => ({
    fr: `la médiane de nombres entiers est un entier ou un demi, ${p.printed} ne l’est pas.`,
    en: `the median of whole numbers is whole or a half, ${p.printed} is not.`,
  }),
  printedTwice: (p: { printed: string; first: string; other: string }): Localized => ({
    fr: `${p.printed} ici, ${p.other} ailleurs (${quoted(p.first, "fr")}).`,
    en: `${p.printed} here, ${p.other} elsewhere (${quoted(p.first, "en")}).`,
  }),
  scoresDoNotAdd: (p: { names: readonly string[]; sum: number; total: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `Les scores (${listed(p.names)}) font ${decimal(p.sum, l)} ; si chacun classe tout, ils font ${decimal(p.total, l)}. Possible seulement si certains n’ont pas tout classé.`
        : `The scores (${listed(p.names)}) make ${decimal(p.sum, l)}; if everybody ranks all, they make ${decimal(p.total, l)}. Possible only if some did not rank all.`,
    ),
  reportedHoldsMissing: (p: { value: number; missing: number; left: number }): Localized =>
    both((l) => {
      const [value, missing, left] = [p.value, p.missing, p.left].map((each) => formatted(each, l));
      return l === "fr"
        ? `${value} sont dits renseignés, mais ${missing} d’entre eux ne le sont pas ; il reste ${left}.`
        : `${value} are said to be reported, but ${missing} of them are not; ${left} remain.`;
    }),
  unreadable: (p: { printed: string }): Localized => ({
    fr: `${quoted(p.printed, "fr")} n’est pas un chiffre. Écrivez un nombre, un pourcentage ou une fraction (2,14 · 76,60 % · 1/3), ou « reste ».`,
    en: `${quoted(p.printed, "en")} is not a figure. Write a number, a percentage or a fraction (2.14 · 76.60% · 1/3), or “rest”.`,
  }),
  countNotWhole: (p: { printed: string }): Localized => ({
    fr: `un compte est un nombre entier, ${quoted(p.printed, "fr")} n’en est pas un. Changez la nature ou le chiffre.`,
    en: `a count is a whole number, ${quoted(p.printed, "en")} is not. Change the kind or the figure.`,
  }),
  unknownReference: (p: { reference: string; suggestion?: string }): Localized => ({
    fr: `aucun chiffre ne s’appelle ${quoted(p.reference, "fr")}.${p.suggestion ? ` Vouliez-vous dire ${quoted(p.suggestion, "fr")} ?` : " Écrivez le nom d’un chiffre de la liste, ou un nombre."}`,
    en: `no figure is called ${quoted(p.reference, "en")}.${p.suggestion ? ` Did you mean ${quoted(p.suggestion, "en")}?` : " Write the name of a figure of the list, or a number."}`,
  }),
  duplicateName: (p: { name: string }): Localized => ({
    fr: `${quoted(p.name, "fr")} figure deux fois dans la liste. Distinguez les noms.`,
    en: `${quoted(p.name, "en")} stands twice in the list. Tell the names apart.`,
  }),
  badCodes: (p: { codes: string }): Localized => ({
    fr: `${quoted(p.codes, "fr")} ne dit pas des codes. Écrivez « 3 » ou « 1 à 4 ».`,
    en: `${quoted(p.codes, "en")} does not say codes. Write “3” or “1 to 4”.`,
  }),
  unknownKind: (p: { kind: string; expected: Record<Language, readonly string[]> }): Localized =>
    both((l) =>
      l === "fr"
        ? `nature inconnue : ${quoted(p.kind, l)}. Attendu : ${p.expected[l].join(", ")}.`
        : `unknown kind: ${quoted(p.kind, l)}. Expected: ${p.expected[l].join(", ")}.`,
    ),
} as const;
