import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useServices, useStudyState, useTexts } from "../study/context";

/** The last change, and the way to take it back. */
export function UndoBar() {
  const { editor } = useServices();
  const { undoable, language } = useStudyState();
  const texts = useTexts();
  const what = undoable?.[language];
  return (
    <footer className="bvn-undo" hidden={!what}>
      <span role="status" className="bvn-undo-what" title={what}>
        {what}
      </span>
      {what && (
        <ActionButton
          iconProps={{ iconName: "Undo" }}
          text={texts.undoShort}
          ariaLabel={texts.undoOf(what)}
          title={texts.withShortcut(texts.undoOf(what), "Ctrl+Z")}
          onClick={() => void editor.undo()}
          styles={{ root: { height: 30, flex: "none" } }}
        />
      )}
    </footer>
  );
}
