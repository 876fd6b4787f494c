import { completenessShare, sectionLabels, type PanelBoard } from "../../domain/completeness";
import { useStudyState } from "../study/context";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";
import { Bars } from "./Bars";

/** How complete what came back is, section by section. */
export function SectionBars({ board }: { board: PanelBoard }) {
  const { language } = useStudyState();
  const texts = useSpoken(boardTexts);
  const returned = board.rows.filter(({ hasReturned }) => hasReturned);
  if (!returned.length) return null;
  const bars = returned[0].completeness.sections.map(({ section }, at) => {
    const sum = (part: "answered" | "expected") =>
      returned.reduce((total, { completeness }) => total + completeness.sections[at][part], 0);
    const share = completenessShare({ answered: sum("answered"), expected: sum("expected") });
    return {
      label: sectionLabels[section][language],
      share,
      detail: Number.isNaN(share) ? "–" : texts.rate(share),
    };
  });
  return (
    <section className="bvn-section" aria-label={texts.completeness}>
      <h3>{texts.completeness}</h3>
      <Bars label={texts.completeness} bars={bars} />
    </section>
  );
}
