import { useEffect, type KeyboardEvent } from "react";
import { Spinner, SpinnerSize } from "office-ui-fabric-react/lib/Spinner";
import "../styles/parts.css";
import "../styles/politics.css";
import { formAction } from "../project/shortcuts";
import { useStudyState } from "../study/context";
import { IdentitySection } from "./IdentitySection";
import { MotivationsSection } from "./MotivationsSection";
import { RespondentsSection } from "./RespondentsSection";
import { SheetBar } from "./SheetBar";
import { StatementsSection } from "./StatementsSection";
import { TerritoryChoice } from "./TerritoryChoice";
import { usePolitics } from "./usePolitics";

/** Everything a territory answers that is no project: identity, people, motivations, statements. */
export function PoliticsScreen() {
  const { editor, state, texts } = usePolitics();
  const { undoable } = useStudyState();
  const { sheet, busy } = state;

  useEffect(() => {
    // What was undone, or typed in the sheet meanwhile, is shown when the person comes back.
    const back = () => void editor.reread();
    back();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, [editor, undoable]);

  const onKeyDown = (event: KeyboardEvent) => {
    const action = formAction(event.nativeEvent, event.target as HTMLElement);
    if (action !== "save" || !sheet) return;
    event.preventDefault();
    event.stopPropagation();
    // A field hands over what is being typed when it is left.
    const field = event.target as HTMLElement;
    field.blur();
    field.focus();
    void editor.save();
  };
  return (
    <div className="bvn-screen" onKeyDown={onKeyDown}>
      <div className="bvn-scroll bvn-politics">
        <h2 className="bvn-unseen">{texts.title}</h2>
        <TerritoryChoice />
        {!sheet && !busy && <p className="bvn-quiet">{texts.intro}</p>}
        {!sheet && busy && <Spinner size={SpinnerSize.medium} label={texts.reading} />}
        {sheet && (
          <form aria-label={texts.form} noValidate onSubmit={(event) => event.preventDefault()}>
            <IdentitySection />
            <RespondentsSection />
            <MotivationsSection />
            <StatementsSection />
          </form>
        )}
      </div>
      {sheet && <SheetBar />}
    </div>
  );
}
