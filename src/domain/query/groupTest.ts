import { compareNumbers, meets, parseCriterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { readSpecial } from "../values/answer";
import type { Counts, Group } from "./counts";

/**
 * Which groups of counted answers a value means: a code, a label in either language, "code – label", a
 * criterion with an operator or wildcards, several with `|`; "NR" means "not reported".
 * @throws FormulaError unknownCode when a code list does not have the value.
 */
export function shareTest(counts: Counts, value: unknown): (group: number | "notReported") => boolean {
  const { groups, label } = counts.grouping;
  const coded = groups.length > 0 && groups[0].code !== undefined;
  const parts = typeof value === "string" ? value.split("|").map((part) => part.trim()) : [value];
  const tests = parts.map((part) => {
    const criterion = parseCriterion(part);
    const { operator, number, pattern, blank } = criterion;
    const special = readSpecial(part);
    if (blank || special)
      return (group: number | "notReported") => group === "notReported" && special?.kind === "notReported";
    const texts = ({ code, label: own }: Group) => [
      own.fr,
      own.en,
      ...(code ? [`${code} – ${own.fr}`, `${code} – ${own.en}`] : []),
    ];
    if (coded && operator !== "=" && operator !== "<>") {
      const named = groups.find((group) =>
        texts(group).some((text) => normalizeText(text) === criterion.key),
      );
      const bound = number ?? named?.code ?? unknown();
      return (group: number | "notReported") =>
        group !== "notReported" && compareNumbers(operator, groups[group].code!, bound);
    }
    const same = (group: Group): boolean => {
      if (coded && number !== null) return compareNumbers(operator, group.code!, number);
      return operator === "<>"
        ? texts(group).every((text) => meets(text, criterion))
        : texts(group).some((text) => meets(text, criterion));
    };
    const accepted = groups.map(same);
    if (coded && operator === "=" && !pattern && !accepted.some(Boolean)) unknown();
    return (group: number | "notReported") => group !== "notReported" && accepted[group];

    function unknown(): never {
      const labels = groups.map((group) => group.label);
      const found = nearest(
        String(criterion.operand),
        labels.flatMap(({ fr, en }) => [fr, en]),
      );
      const suggestion = labels.find(({ fr, en }) => fr === found || en === found);
      throw FormulaError.value("unknownCode", { field: label, value: part, expected: labels, suggestion });
    }
  });
  return (group) => tests.some((test) => test(group));
}
