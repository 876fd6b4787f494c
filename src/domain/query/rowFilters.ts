import type { FieldAccess, JoinedTable } from "../base/access";
import type { Buckets, RowFilter } from "../base/axis";
import { codeTest, numberTest, textTest } from "../criteria/tests";
import type { Criterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";

/** A criterion on a field of a table. */
export interface CompiledPair {
  readonly access: FieldAccess;
  readonly criterion: Criterion;
}

/** The same for pairs that mean the same. */
export const keyOf = ({ access, criterion }: CompiledPair): string =>
  `${access.field.id} ${criterion.operator} ${criterion.key}`;

/** Criteria kept ready for the next formula that has them. */
const MAX_FILTERS = 4096;

/** Texts a suggestion is looked for among; more would make a cell wait. */
const MAX_SUGGESTED = 2000;

/** Criteria live as long as the view of the table they were made for. */
const filtersByView = new WeakMap<JoinedTable, Map<string, RowFilter>>();

/**
 * The criteria compiled for the rows of a table; the same criterion is the same filter.
 * @throws FormulaError unknownCode, notANumericCriterion, unknownValue.
 */
export function filtersOf(view: JoinedTable, pairs: readonly CompiledPair[]): RowFilter[] {
  let known = filtersByView.get(view);
  if (!known) filtersByView.set(view, (known = new Map()));
  const filters = known;
  return pairs.map((pair) => {
    const key = keyOf(pair);
    let filter = filters.get(key);
    if (!filter) {
      filter = rowFilter(pair.access, pair.criterion);
      if (filters.size >= MAX_FILTERS) filters.clear();
      filters.set(key, filter);
    }
    return filter;
  });
}

function rowFilter(access: FieldAccess, criterion: Criterion): Buckets {
  const { field, codebook } = access;
  if (access.kind === "code") {
    const test = codeTest(codebook, field, criterion);
    return access.byCode((byte) => (test(byte) ? 1 : 0));
  }
  if (access.kind === "number") {
    const test = numberTest(field, criterion);
    return access.byNumber((value) => (test(value) ? 1 : 0));
  }
  refuseUnknownText(access, criterion);
  const test = textTest(criterion);
  if (field.kind !== "project") return access.byText((text, key) => (test(text, key) ? 1 : 0));
  // A listed project may be named in the other language than the one its rows are written in.
  const negative = criterion.operator === "<>";
  return access.byText((text, key) => {
    const label = codebook.findListedProject(text)?.label;
    if (!label) return test(text, key) ? 1 : 0;
    const named = [label.fr, label.en].map((name) => test(name, normalizeText(name)));
    return (negative ? named.every(Boolean) : named.some(Boolean)) ? 1 : 0;
  });
}

/** A name that does not occur but looks like one that does is a typing mistake, not an empty answer. */
function refuseUnknownText(access: FieldAccess, criterion: Criterion): void {
  // Territories are looked up in the panel too: see `checkCriteria`.
  if (access.field.kind === "territory") return;
  if (access.codebook.findListedProject(String(criterion.operand))) return;
  if (
    criterion.among ||
    criterion.operator !== "=" ||
    criterion.pattern ||
    criterion.blank ||
    criterion.key === "nr"
  )
    return;
  const texts = access.texts();
  const test = textTest(criterion);
  if (texts.length > MAX_SUGGESTED || texts.some((text) => text && test(text, normalizeText(text)))) return;
  const found = nearest(String(criterion.operand), texts.slice(1), 0.7);
  if (!found) return;
  const suggestion = { fr: found, en: found };
  throw FormulaError.value("unknownValue", {
    field: access.field.label,
    value: criterion.operand,
    suggestion,
  });
}
