import type { PanelBoard } from "../../domain/completeness";
import { responseRate } from "../../domain/indicators/response";
import { localeOf } from "../../domain/language";
import { showDate } from "../project/dates";
import { useStudyState } from "../study/context";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";

/** The panel in six numbers. */
export function BoardSummary({ board }: { board: PanelBoard }) {
  const { language } = useStudyState();
  const texts = useSpoken(boardTexts);
  const { rows, response, closing } = board;
  const figures = [
    [texts.sent, rows.filter(({ sent }) => sent).length],
    [texts.reminded, rows.filter(({ reminded }) => reminded).length],
    [texts.returned, response.returned],
    [texts.late, rows.filter(({ late }) => late).length],
    [texts.declined, rows.filter(({ declined }) => declined).length],
  ] as const;
  return (
    <>
      <p className="bvn-board-rate">
        <strong>{response.territories ? texts.rate(responseRate(response)) : "–"}</strong>{" "}
        {texts.responses(response.returned, response.territories)}
      </p>
      {closing && <p className="bvn-quiet">{texts.closing(showDate(closing, language))}</p>}
      <dl className="bvn-figures" aria-label={texts.counts}>
        {figures.map(([label, count]) => (
          <div key={label} data-none={count === 0 || undefined}>
            <dd>{count.toLocaleString(localeOf(language))}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
    </>
  );
}
