import type { Indicator } from "../../domain/indicators/registry";
import { localeOf } from "../../domain/language";
import { typeset } from "../../domain/text/typography";
import type { CallOutcome } from "../../functions/explain";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";

/** Rows of a table that are shown here; all of them are in the sheet. */
const MOST_ROWS = 8;

/** A figure as people write it: of an indicator with its decimals, else with four at most. */
export function figureText(value: number | string, indicator: Indicator | null, locale: string): string {
  if (typeof value === "string") return value;
  const digits = indicator?.decimals ?? 4;
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: indicator ? digits : 0,
    maximumFractionDigits: digits,
  };
  return value.toLocaleString(
    locale,
    indicator?.unit === "share" ? { ...options, style: "percent" } : options,
  );
}

interface ResultViewProps {
  readonly outcome: CallOutcome;
  readonly indicator: Indicator | null;
}

/** The value of a formula: a figure, the first rows of a table, or why there is none. */
export function ResultView({ outcome, indicator }: ResultViewProps) {
  const texts = useSpoken(formulaTexts);
  const { language } = useStudyState();
  const locale = localeOf(language);
  if (outcome.kind === "unknown") return <p className="bvn-formula-note">{texts.toCalculate}</p>;
  if (outcome.kind === "error") {
    return <p className="bvn-formula-error">{typeset(outcome.message[language], language)}</p>;
  }
  const { value } = outcome;
  if (!Array.isArray(value)) {
    return <p className="bvn-formula-value">{figureText(value, indicator, locale)}</p>;
  }
  if (value.length === 1 && value[0].length === 1) {
    return <p className="bvn-formula-value">{figureText(value[0][0], indicator, locale)}</p>;
  }
  const rows = value.slice(0, MOST_ROWS);
  const [head, ...body] = rows.map((row) => row.map((cell) => figureText(cell, null, locale)));
  return (
    <>
      <p>{texts.tableOf(value.length, value[0].length)}</p>
      <div className="bvn-formula-table" tabIndex={0} role="group" aria-label={texts.value}>
        <table>
          <thead>
            <tr>
              {head.map((cell, i) => (
                <th key={i} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, r) => (
              <tr key={r}>
                {row.map((cell, c) => (
                  <td key={c} data-number={typeof rows[r + 1][c] === "number" || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {value.length > MOST_ROWS && (
        <p className="bvn-formula-note">{texts.moreRows(value.length - MOST_ROWS)}</p>
      )}
    </>
  );
}
