import type { Counts } from "../../domain/imports";
import { localeOf } from "../../domain/language";
import { useStudyState } from "../study/context";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";

/** How many rows would be added, changed, left, decided and put aside. */
export function PlanCounts({ counts }: { counts: Counts }) {
  const { language } = useStudyState();
  const texts = useSpoken(importTexts);
  const figures = (["added", "changed", "unchanged", "conflicting", "rejected"] as const).map(
    (name) => [name, counts[name], texts[name]] as const,
  );
  return (
    <dl className="bvn-figures" aria-label={texts.countsLabel}>
      {figures.map(([name, value, label]) => (
        <div key={name} data-figure={name} data-none={value === 0 || undefined}>
          <dd>{value.toLocaleString(localeOf(language))}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
