import { useState } from "react";
import { responseBy, type PanelBoard } from "../../domain/completeness";
import type { StudySnapshot } from "../../domain/imports";
import { responseRate } from "../../domain/indicators/response";
import { Choice } from "../lists/Choice";
import { useStudyState } from "../study/context";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";
import { Bars } from "./Bars";

type Dimension = Parameters<typeof responseBy>[2];
const dimensions: readonly Dimension[] = ["type", "region", "sizeClass"];

/** Who answered, by type, region or size class. */
export function ResponseBars({ snapshot, board }: { snapshot: StudySnapshot; board: PanelBoard }) {
  const { language, codebook } = useStudyState();
  const texts = useSpoken(boardTexts);
  const [dimension, setDimension] = useState<Dimension>("type");
  const label = (id: Dimension) => codebook.field("panel", id).label[language];
  const bars = responseBy(snapshot, board, dimension).map(({ label: own, ...response }) => ({
    label: own[language],
    share: responseRate(response),
    detail: `${texts.rate(responseRate(response))} (${texts.outOf(response.returned, response.territories)})`,
  }));
  return (
    <section className="bvn-section" aria-label={texts.by}>
      <Choice
        label={texts.by}
        options={dimensions.map((id) => ({ key: id, text: label(id) }))}
        value={dimension}
        onChoose={setDimension}
      />
      <Bars label={`${texts.by} ${label(dimension)}`} bars={bars} />
    </section>
  );
}
