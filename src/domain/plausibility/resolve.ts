import { figureMessages } from "../messages/figures";
import type { Localized } from "../language";
import { normalizeText } from "../text/normalize";
import { nearest as nearestName } from "../text/similarity";
import { readNumber } from "../values/number";
import { findingSeverity, type Figure, type FigureKind, type Finding, type FindingCode } from "./figures";
import type { Scale } from "./grim";
import { readCodes } from "./kinds";
import { readPrinted, type PrintedFigure } from "./printed";

/** What a figure refers to: another figure, or a number written in its place. */
export interface Reference {
  readonly item?: Item;
  readonly number: number | null;
  /** Only the most it can be is known. */
  readonly atMost: boolean;
}

/** A figure that could be read, its names replaced by what they name. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly printed: string;
  readonly kind: FigureKind;
  readonly read: PrintedFigure;
  /** A count that is what the others of its question leave. */
  readonly rest: boolean;
  readonly question: string;
  readonly codes: Scale | null;
  of: Reference | null;
  count: Reference | null;
  /** Everything that this is a part of. */
  totals: readonly Reference[];
  sameAs: Item | null;
}

const COUNTS: ReadonlySet<FigureKind> = new Set(["count", "reported", "missing", "rows"]);
/** A whole number of things, whose value is exact. */
export const isCount = (item: Item): boolean => COUNTS.has(item.kind);

/** What a figure is of; a part without base is of its total. */
export const baseOf = ({ of, totals }: Item): Reference | null => of ?? totals[0] ?? null;

/** The figures of each question. */
export function byQuestion(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const questions = new Map<string, Item[]>();
  for (const item of items) {
    const found = questions.get(item.question);
    if (found) found.push(item);
    else questions.set(item.question, [item]);
  }
  return questions;
}

const REST = new Set(["reste", "le reste", "les autres", "rest", "the rest", "the others"]);
const AT_MOST = /^(?:≤|<=|au plus|at most|max\.?)\s*/i;

export function finding(
  code: FindingCode,
  item: { readonly id: string },
  against: Iterable<{ readonly id: string }>,
  said: Localized,
  nearest?: Localized,
): Finding {
  const message = { fr: sentenceCase(said.fr), en: sentenceCase(said.en) };
  const others = [...new Set([...against].map(({ id }) => id))].filter((id) => id !== item.id);
  return { code, severity: findingSeverity[code], figure: item.id, against: others, message, nearest };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a figure says itself, without what is left blank. */
const said = (figure: Figure): Figure =>
  Object.fromEntries(Object.entries(figure).filter(([, value]) => value !== undefined)) as unknown as Figure;

/** Reads every figure and follows its names; what cannot be read is told and left out of the checks. O(n). */
export function resolve(figures: readonly Figure[]): { items: Item[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const byName = new Map<string, Item>();
  const byId = new Map(figures.map((figure) => [normalizeText(figure.id), figure]));
  const items: [Item, Figure][] = [];
  for (const own of figures) {
    const first = own.sameAs ? byId.get(normalizeText(own.sameAs)) : undefined;
    const figure =
      first && first !== own ? { ...first, total: undefined, label: undefined, ...said(own) } : own;
    const item = readItem(figure, findings);
    if (!item) continue;
    const key = normalizeText(item.id);
    if (byName.has(key)) {
      findings.push(finding("duplicateName", item, [], figureMessages.duplicateName({ name: item.name })));
      continue;
    }
    byName.set(key, item);
    items.push([item, figure]);
  }
  const refer = (item: Item, text: string | undefined): Reference | null => {
    if (!text?.trim()) return null;
    const atMost = AT_MOST.test(text.trim());
    const name = text.trim().replace(AT_MOST, "");
    const named = byName.get(normalizeText(name));
    if (named) return { item: named, number: null, atMost };
    // What could not be read itself has been told already.
    if (byId.has(normalizeText(name))) return null;
    const number = readNumber(name, { thousands: true }) ?? readPrinted(name)?.value ?? null;
    if (number !== null) return { number, atMost };
    const suggestion = nearestName(
      name,
      [...byName.values()].map(({ id }) => id),
    );
    const message = figureMessages.unknownReference({ reference: name, suggestion });
    findings.push(finding("unknownReference", item, [], message));
    return null;
  };
  for (const [item, figure] of items) {
    item.of = refer(item, figure.of);
    item.count = refer(item, figure.count);
    item.totals = (figure.total ?? "").split(";").flatMap((total) => refer(item, total) ?? []);
    const same = figure.sameAs ? refer(item, figure.sameAs)?.item : undefined;
    item.sameAs = same && same !== item ? same : null;
  }
  return { items: items.map(([item]) => item), findings };
}

function readItem(figure: Figure, findings: Finding[]): Item | null {
  const name = figure.label?.trim() || figure.id;
  const rest = REST.has(normalizeText(figure.printed));
  const read = rest ? readPrinted("0") : readPrinted(figure.printed);
  const tell = (code: FindingCode, message: Localized) => {
    findings.push(finding(code, figure, [], message));
    return null;
  };
  if (!read) return tell("unreadable", figureMessages.unreadable({ printed: figure.printed }));
  const kind = figure.kind ?? guess(read);
  const whole = COUNTS.has(kind) ? readNumber(figure.printed, { thousands: true }) : 0;
  if (!rest && (whole === null || !Number.isInteger(whole)))
    return tell("countNotWhole", figureMessages.countNotWhole({ printed: figure.printed }));
  const codes = figure.codes?.trim() ? readRange(figure.codes) : null;
  if (figure.codes?.trim() && !codes)
    return tell("badCodes", figureMessages.badCodes({ codes: figure.codes }));
  return {
    id: figure.id,
    name,
    printed: figure.printed.trim(),
    kind,
    read: COUNTS.has(kind) && whole !== null ? { ...read, value: whole } : read,
    rest,
    question: normalizeText(figure.question ?? ""),
    codes,
    of: null,
    count: null,
    totals: [],
    sameAs: null,
  };
}

/** One code ("3") or several ("2-3"). */
function readRange(text: string): Scale | null {
  const one = /^\s*(\d{1,3})\s*$/.exec(text);
  return one ? { min: Number(one[1]), max: Number(one[1]) } : readCodes(text);
}

const guess = (read: PrintedFigure): FigureKind =>
  read.unit !== "number" ? "share" : read.decimals === 0 ? "count" : "mean";
