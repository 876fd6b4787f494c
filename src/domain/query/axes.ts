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
  /** Bucket of "not reported", and of invalid answers. */
  readonly notReported: number;
  readonly invalid: number | null;
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
  return {
    key: field.id,
    field,
    buckets: access.byCode((byte) => bucketOfByte[byte]),
    size: () => size,
    grouping: () => grouping,
    groupBuckets: () => groupBuckets,
    notReported: groups.length,
    invalid: groups.length + 1,
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
  const inOrder = () => {
    buckets.extend();
    if (groupBuckets.length === numbers.size - 1) return;
    const ordered = [...numbers.keys()].slice(1).sort(alphabetical);
    grouping = { ...grouping, groups: ordered.map((text) => ({ label: labels(text) })) };
    groupBuckets = Int32Array.from(ordered, (text) => numbers.get(text)!);
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
    notReported: 0,
    invalid: null,
    invalidValue: () => undefined,
  };
}

/** Groups of an axis that are shown: all codes always, texts where they occur. */
export function presentGroups(
  axis: NamedAxis,
  occurs: (bucket: number) => boolean,
): { grouping: Grouping; buckets: Int32Array } {
  const grouping = axis.grouping();
  const all = axis.groupBuckets();
  if (axis.invalid !== null) return { grouping, buckets: all };
  const kept: number[] = [];
  for (let i = 0; i < all.length; i++) if (occurs(all[i])) kept.push(i);
  if (kept.length === all.length) return { grouping, buckets: all };
  const groups = new Array<Grouping["groups"][number]>(kept.length);
  const buckets = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    groups[i] = grouping.groups[kept[i]];
    buckets[i] = all[kept[i]];
  }
  return { grouping: { ...grouping, groups }, buckets };
}
