import { localeOf } from "../../domain/language";
import type { FigureBase } from "../../functions/explain";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";

/** What a figure stands on: rows, territories, how many answered and how many did not. */
export function BaseLines({ base }: { base: FigureBase }) {
  const texts = useSpoken(formulaTexts);
  const { language } = useStudyState();
  const number = (value: number) => value.toLocaleString(localeOf(language));
  const { rows, territories, answers, table } = base;
  const whole = [
    texts.rows(rows),
    ...(territories === null || table === "panel" ? [] : [texts.territories(territories)]),
  ];
  return (
    <ul className="bvn-formula-lines">
      <li>{whole.join(" · ")}</li>
      {answers.map(({ field, n, notReported }) => (
        <li key={field.fr}>{texts.answers(field[language], number(n), number(notReported))}</li>
      ))}
    </ul>
  );
}
