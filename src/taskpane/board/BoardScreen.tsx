import { useMemo } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Spinner, SpinnerSize } from "office-ui-fabric-react/lib/Spinner";
import { panelBoard, toCorrect, toRemind } from "../../domain/completeness";
import "../styles/parts.css";
import "../styles/imports.css";
import "../styles/board.css";
import { useServices, useStudyState } from "../study/context";
import { useSnapshot } from "../study/useSnapshot";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";
import { BoardSummary } from "./BoardSummary";
import { ContactList } from "./ContactList";
import { CorrectionList } from "./CorrectionList";
import { ResponseBars } from "./ResponseBars";
import { SectionBars } from "./SectionBars";
import { WholePanel } from "./WholePanel";

/** Where the panel stands: who answered, whom to remind, whom to ask for corrections. */
export function BoardScreen() {
  const services = useServices();
  const { progress } = useStudyState();
  const { snapshot, refresh } = useSnapshot();
  const texts = useSpoken(boardTexts);
  const board = useMemo(() => snapshot && panelBoard(snapshot), [snapshot]);
  const busy = progress !== null;
  return (
    <div className="bvn-scroll bvn-page bvn-board">
      <h2>{texts.title}</h2>
      {!board || !snapshot ? (
        <Spinner size={SpinnerSize.medium} label={texts.reading} />
      ) : (
        <>
          <BoardSummary board={board} />
          <div className="bvn-actions">
            <DefaultButton
              text={texts.write}
              disabled={busy}
              allowDisabledFocus
              onClick={() => void services.reporter.attempt(() => services.study.writeBoard())}
            />
            <DefaultButton text={texts.refresh} disabled={busy} allowDisabledFocus onClick={refresh} />
          </div>
          <ContactList step="reminded" rows={toRemind(board)} />
          <CorrectionList rows={toCorrect(board)} snapshot={snapshot} />
          <ContactList
            step="sent"
            rows={board.rows.filter(({ sent, hasReturned, declined }) => !sent && !hasReturned && !declined)}
          />
          <ResponseBars snapshot={snapshot} board={board} />
          <SectionBars board={board} />
          <WholePanel rows={board.rows} />
        </>
      )}
    </div>
  );
}
