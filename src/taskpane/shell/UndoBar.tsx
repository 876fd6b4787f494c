import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useServices, useStudyState, useTexts } from "../study/context";

/** Takes back the last change, and names it. */
export function UndoBar() {
  const { editor } = useServices();
  const { undoable, language } = useStudyState();
  const texts = useTexts();
  if (!undoable) return null;
  const label = texts.undoOf(undoable[language]);
  return (
    <footer className="bvn-undo">
      <ActionButton
        iconProps={{ iconName: "Undo" }}
        text={label}
        title={texts.withShortcut(label, "Ctrl+Z")}
        onClick={editor.undo}
        styles={{
          root: { maxWidth: "100%", height: 32 },
          flexContainer: { minWidth: 0 },
          textContainer: "bvn-cut",
        }}
      />
    </footer>
  );
}
