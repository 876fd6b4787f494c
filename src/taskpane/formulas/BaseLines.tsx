import type { FigureBase } from "../../functions/explain";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";

/** What a figure stands on: rows, territories, how many answered and how many did not. */
export function BaseLines({ base }: { base: FigureBase }) {
  const texts = useSpoken(formulaTexts);
  const { language } = useStudyState();
  const number = (value: number) => value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB");
  const isPlural = (value: number) => (language === "fr" ? value > 1 : value !== 1);
  const { rows, territories, answers, table } = base;
  const whole = [
    texts.rows(number(rows), isPlural(rows)),
    ...(territories === null || table === "panel"
      ? []
      : [texts.territories(number(territories), isPlural(territories))]),
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
