import { useEffect, useRef } from "react";
import "../styles/parts.css";
import "../styles/imports.css";
import { useStudyState } from "../study/context";
import { useSay } from "../texts/useSpoken";
import { Corrections } from "./Corrections";
import { DryRun } from "./DryRun";
import { FilePicker } from "./FilePicker";
import { ImportBar } from "./ImportBar";
import { ImportResult } from "./ImportResult";
import { PastImports } from "./PastImports";
import { Reading } from "./Reading";
import { UnfinishedImport } from "./UnfinishedImport";
import { BaseBar } from "./base/BaseBar";
import { BaseScreen } from "./base/BaseScreen";
import { useBase } from "./base/useBase";
import { useImport } from "./useImport";

/** Returned questionnaires on their way into the base: files, dry run, decisions, writing, taking back. */
export function ImportScreen() {
  const { session, state, texts } = useImport();
  const { undoable } = useStudyState();
  const say = useSay();
  const { phase, status } = state;
  const mapping = useBase().state.file !== null;
  const top = useRef<HTMLDivElement>(null);
  const step = mapping ? "mapping" : phase;
  const before = useRef<string>(step);

  useEffect(() => {
    // Undoing may have taken an import back.
    void session.refreshPast();
  }, [session, undoable]);
  useEffect(() => {
    if (phase !== "idle") return undefined;
    session.prepare();
    return session.release;
  }, [session, phase]);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    // What was pressed is gone: the keyboard goes on at the top of what took its place.
    const lost = document.activeElement === document.body || !document.activeElement;
    top.current?.scrollTo?.({ top: 0 });
    if (lost && document.hasFocus()) top.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [step]);

  const resting = phase === "idle" || phase === "done";
  return (
    <div className="bvn-screen">
      <div className="bvn-scroll bvn-page" ref={top}>
        <UnfinishedImport />
        <p role="status" className={status ? "bvn-remark" : "bvn-unseen"}>
          {status && say(status)}
        </p>
        {phase === "idle" && (
          <>
            <h2 tabIndex={-1}>{texts.title}</h2>
            <p>{texts.intro}</p>
            <FilePicker />
          </>
        )}
        {phase === "reading" && <Reading />}
        {mapping && <BaseScreen />}
        {(phase === "planned" || phase === "writing") && !mapping && <DryRun />}
        {phase === "done" && <ImportResult />}
        {resting && <Corrections />}
        {resting && <PastImports />}
      </div>
      {mapping && <BaseBar />}
      {(phase === "planned" || phase === "writing") && !mapping && <ImportBar />}
    </div>
  );
}
