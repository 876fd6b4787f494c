import { figureMessages } from "../messages/figures";
import { checkCounts, checkParts, type Counts } from "./counts";
import type { Audit, Finding, PublishedFigures } from "./figures";
import { checkMeans, checkScores } from "./means";
import { finding, isCount, resolve, type Item } from "./resolve";
import { checkShares, checkSums } from "./shares";
import { checkUnits } from "./units";

/**
 * What cannot be among published figures, from the figures alone: counts that do not add up, shares and means that
 * no whole counts on their base give (GRIM), shares against their counts, means against their distribution,
 * scale and number of units, figures printed twice. The findings come in the order of the figures.
 *
 * Only contradictions that no reading of the figures resolves are "impossible": a figure may be rounded (halves
 * either way) or cut off, and a sum of rounded shares may miss its total by what rounding takes.
 */
export function audit(figures: PublishedFigures): Audit {
  const { items, findings: unread } = resolve(figures);
  const checked = new Set<string>();
  const { counts, findings: contradicted } = checkCounts(items, checked);
  const shares = checkShares(items, counts, checked);
  const wrong = new Set(shares.filter(({ code }) => code !== "cutOff").map(({ figure }) => figure));
  const findings = [
    ...unread,
    ...contradicted,
    ...checkParts(items, counts, checked),
    ...shares,
    ...checkSums(items, counts, checked, wrong),
    ...checkMeans(items, counts, checked),
    ...checkScores(items, checked),
    ...checkUnits(items, counts, checked),
    ...checkRepeats(items, checked),
    ...checkReported(items, counts, checked),
  ];
  const order = new Map(figures.map(({ id }, i) => [id, i]));
  findings.sort((a, b) => order.get(a.figure)! - order.get(b.figure)!);
  return { findings, checked };
}

/** A share or mean that is printed a second time with a value that no reading makes the same. */
function checkRepeats(items: readonly Item[], checked: Set<string>): Finding[] {
  return items.flatMap((item) => {
    const first = item.sameAs;
    if (!first || isCount(item)) return [];
    checked.add(item.id).add(first.id);
    const [low, high] = range(item);
    const [otherLow, otherHigh] = range(first);
    if (low <= otherHigh && otherLow <= high) return [];
    const params = { printed: item.printed, first: first.name, other: first.printed };
    return [finding("printedTwice", item, [first], figureMessages.printedTwice(params))];
  });
}

const range = ({ read: { rounded, truncated } }: Item): [number, number] => [
  rounded.low / rounded.per,
  truncated ? truncated.high / truncated.per : rounded.high / rounded.per,
];

/** A number said to be of those who answered that holds those who did not. */
function checkReported(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  return items.flatMap((item) => {
    if (item.kind !== "reported") return [];
    checked.add(item.id);
    const missing = items.filter(
      ({ kind, totals }) => kind === "missing" && totals.some((total) => total.item === item),
    );
    if (!missing.length) return [];
    const left = missing.reduce((rest, each) => rest - counts.of(each), counts.of(item));
    const params = { value: counts.of(item), missing: counts.of(item) - left, left };
    const nearest = figureMessages.plainNumber({ value: left });
    return [
      finding("reportedHoldsMissing", item, missing, figureMessages.reportedHoldsMissing(params), nearest),
    ];
  });
}
