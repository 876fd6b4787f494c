import type { Codebook, TableId } from "../codebook";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { definitionsOf } from "./definitions";

/** How an indicator's figure is read. */
export type IndicatorUnit = "points" | "index" | "share" | "count" | "evenness";

/** How an indicator comes out of counted answers. */
export type Computation =
  /** Σ score(code) · n / Σ n over the valid answers of a field: means, indices and shares. */
  | { readonly kind: "mean"; readonly field: string; readonly score: (code: number) => number }
  /** Pielou evenness of the codes of a field. */
  | { readonly kind: "evenness"; readonly field: string }
  /** Rows. */
  | { readonly kind: "count" }
  /** Mean of other indicators, if at least `least` (a share) of them have data. */
  | { readonly kind: "average"; readonly of: readonly Indicator[]; readonly least: number }
  /** By its own function of `indicators/` (response, completeness, motivation). */
  | { readonly kind: "survey" };

/**
 * An indicator of the product: functions, screens, reports and documents take its name, scale and format from
 * here; its definition in words is in `describe.ts`.
 */
export interface Indicator {
  /** Stable id: "maturity", "statusIndex"; those of ordered fields follow the code book. */
  readonly id: string;
  /** The function of namespace BVN that gives it. */
  readonly functionId: string;
  readonly label: Localized;
  /** What else an analyst may type for it, in any language. */
  readonly names: readonly string[];
  readonly unit: IndicatorUnit;
  /** Least and greatest possible figure; null where there is no bound. */
  readonly scale: readonly [min: number, max: number] | null;
  /** What a figure is made of: projects nested in territories, or one answer a territory. */
  readonly level: "project" | "territory";
  readonly table: Extract<TableId, "projects" | "panel" | "motivations" | "actors">;
  /** Ids of the fields it reads. */
  readonly fields: readonly string[];
  /** Whether a higher figure is the better one; undefined where neither is. */
  readonly higherIsBetter?: boolean;
  /** Decimals it is written with (of the percentage, for a share). */
  readonly decimals: number;
  /** Excel number format, invariant. */
  readonly format: string;
  readonly computation: Computation;
}

const known = new WeakMap<Codebook, readonly Indicator[]>();

/**
 * Every indicator of a code book, in the order of the documentation. Each ordered list of the projects gives a
 * mean and an index, so that another edition needs no code.
 */
export function indicatorsOf(codebook: Codebook): readonly Indicator[] {
  let indicators = known.get(codebook);
  if (!indicators) known.set(codebook, (indicators = definitionsOf(codebook)));
  return indicators;
}

/** The indicator of this id. @throws RangeError if the code book gives none. */
export function indicatorById(codebook: Codebook, id: string): Indicator {
  const indicator = indicatorsOf(codebook).find((candidate) => candidate.id === id);
  if (!indicator) throw new RangeError(`Unknown indicator: ${id}`);
  return indicator;
}

/** The indicator a text names: id, label or other name, in French or English, however it is typed. */
export function findIndicator(codebook: Codebook, text: string): Indicator | undefined {
  const key = normalizeText(text);
  // Ids and labels before other names: a field of the team may be called like one.
  return (
    indicatorsOf(codebook).find(({ id, label }) =>
      [id, label.fr, label.en].map(normalizeText).includes(key),
    ) ?? indicatorsOf(codebook).find(({ names }) => names.map(normalizeText).includes(key))
  );
}

/** The indicator a mistyped name most likely means. */
export function suggestIndicator(codebook: Codebook, text: string): Indicator | undefined {
  const names = indicatorsOf(codebook).flatMap(({ id, label, names }) => [label.fr, label.en, id, ...names]);
  const found = nearest(text, names);
  return found === undefined ? undefined : findIndicator(codebook, found);
}

/**
 * The indicator a formula names.
 * @param among Those that are right at this place; all if not given.
 * @throws FormulaError unknownIndicator, with the nearest name and what is right.
 */
export function indicatorNamed(
  codebook: Codebook,
  value: unknown,
  among: (indicator: Indicator) => boolean = () => true,
): Indicator {
  const text = String(value ?? "");
  const found = findIndicator(codebook, text);
  if (found && among(found)) return found;
  const suggested = found ? undefined : suggestIndicator(codebook, text);
  throw FormulaError.value("unknownIndicator", {
    value: text,
    expected: indicatorsOf(codebook)
      .filter(among)
      .map(({ label }) => label),
    suggestion: suggested && among(suggested) ? suggested.label : undefined,
  });
}

/** The index that goes with a mean (0 to 100 for 1 to k); the indicator itself if it is one already. */
export function indexFor(codebook: Codebook, indicator: Indicator): Indicator | undefined {
  if (indicator.unit === "index") return indicator;
  return indicatorsOf(codebook).find(
    ({ unit, computation, fields }) =>
      unit === "index" && computation.kind === "mean" && fields[0] === indicator.fields[0],
  );
}
