import type { FieldAccess, JoinedTable } from "../base/access";
import type { Axis } from "../base/axis";
import { MARK } from "../base/columns";
import type { Lookup } from "../base/lookup";
import type { Field } from "../codebook";
import { FormulaError } from "../messages";
import { codeGrouping, type Grouping } from "./counts";

/** An axis and the way back from its buckets to groups. */
export interface NamedAxis extends Axis {
  readonly key: string;
  readonly field: Field;
  grouping(): Grouping;
  /** Bucket of each group, in the order of the groups. */
  groupBuckets(): Int32Array;
  /** Place of each bucket among the groups; behind them "not reported", then invalid answers. */
  places(): Int32Array;
  /** Bucket of "not reported", and of invalid answers. */
  readonly notReported: number;
  readonly invalid: number | null;
  hasInvalid(): boolean;
  invalidValue(row: number): unknown;
}

/** Axes live as long as the view of the table they were made for. */
const axesByView = new WeakMap<JoinedTable, Map<string, NamedAxis>>();

/** The axis of a field. @throws FormulaError unknownField, notACodedField. */
export function axisOf(view: JoinedTable, name: string): NamedAxis {
  const access = view.access(name);
  let known = axesByView.get(view);
  if (!known) axesByView.set(view, (known = new Map()));
  let axis = known.get(access.field.id);
  if (!axis) {
    if (access.kind === "number") throw FormulaError.value("notACodedField", { field: access.field.label });
    axis = access.kind === "code" ? codeAxis(access) : textAxis(access);
    known.set(access.field.id, axis);
  }
  return axis;
}

function codeAxis(access: FieldAccess): NamedAxis {
  const { field, codebook } = access;
  const grouping = codeGrouping(codebook, field);
  const { groups } = grouping;
  const size = groups.length + 2;
  const bucketOfByte = new Int32Array(256).fill(groups.length + 1);
  groups.forEach(({ code }, i) => (bucketOfByte[code!] = i));
  for (const mark of [MARK.notReported, MARK.saidNotReported, MARK.dontKnow])
    bucketOfByte[mark] = groups.length;
  bucketOfByte[MARK.notApplicable] = -1;
  const groupBuckets = Int32Array.from(groups, (_, i) => i);
  const places = Int32Array.from({ length: size }, (_, bucket) => bucket);
  return {
    key: field.id,
    field,
    buckets: access.byCode((byte) => bucketOfByte[byte]),
    size: () => size,
    grouping: () => grouping,
    groupBuckets: () => groupBuckets,
    places: () => places,
    notReported: groups.length,
    invalid: groups.length + 1,
    hasInvalid: () => access.hasInvalid(),
    invalidValue: (row) => access.invalidValue(row),
  };
}

const alphabetical = new Intl.Collator("fr").compare;

/** Groups of the texts that occur, in alphabetical order; put in order when a text has come in. */
function textAxis(access: FieldAccess): NamedAxis {
  const { field } = access;
  const numbers = new Map<string, number>([["", 0]]);
  const buckets = access.byText((text) => {
    let bucket = numbers.get(text);
    if (bucket === undefined) numbers.set(text, (bucket = numbers.size));
    return bucket;
  }) as Lookup;
  const labels = (text: string) => {
    const project = field.kind === "project" ? access.codebook.findListedProject(text) : undefined;
    return project?.label ?? { fr: text, en: text };
  };
  let grouping: Grouping = { label: field.label, groups: [], ordered: false };
  let groupBuckets = new Int32Array(0);
  let places = new Int32Array(1);
  const inOrder = () => {
    buckets.extend();
    if (groupBuckets.length === numbers.size - 1) return;
    const ordered = [...numbers.keys()].slice(1).sort(alphabetical);
    grouping = { ...grouping, groups: ordered.map((text) => ({ label: labels(text) })) };
    groupBuckets = Int32Array.from(ordered, (text) => numbers.get(text)!);
    places = new Int32Array(numbers.size).fill(ordered.length);
    groupBuckets.forEach((bucket, place) => (places[bucket] = place));
  };
  return {
    key: field.id,
    field,
    buckets,
    size: () => {
      buckets.extend();
      return numbers.size;
    },
    grouping: () => {
      inOrder();
      return grouping;
    },
    groupBuckets: () => {
      inOrder();
      return groupBuckets;
    },
    places: () => {
      inOrder();
      return places;
    },
    notReported: 0,
    invalid: null,
    hasInvalid: () => false,
    invalidValue: () => undefined,
  };
}

/**
 * Groups of an axis that are shown, and their places among all: codes always, texts where they occur.
 * @param occurs Whether there are rows of the group at a place.
 */
export function presentGroups(
  axis: NamedAxis,
  occurs: (place: number) => boolean,
): { grouping: Grouping; places: readonly number[] } {
  const grouping = axis.grouping();
  const { length } = grouping.groups;
  const places: number[] = [];
  for (let place = 0; place < length; place++) if (axis.invalid !== null || occurs(place)) places.push(place);
  if (places.length === length) return { grouping, places };
  const groups = new Array<Grouping["groups"][number]>(places.length);
  for (let i = 0; i < places.length; i++) groups[i] = grouping.groups[places[i]];
  return { grouping: { ...grouping, groups }, places };
}
