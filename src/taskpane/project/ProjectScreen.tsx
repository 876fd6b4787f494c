import { useEffect, type KeyboardEvent } from "react";
import { useServices } from "../study/context";
import { ProjectForm } from "./ProjectForm";
import { ProjectQuestion } from "./ProjectQuestion";
import { ProjectToolbar } from "./ProjectToolbar";
import { SaveBar } from "./SaveBar";
import { formAction } from "./shortcuts";

/** One project: its answers, what can be done with it, and what must be decided first. */
export function ProjectScreen() {
  const { editor } = useServices();

  useEffect(() => {
    // Coming back from the sheet: the row may have been edited there.
    const back = () => void editor.reread();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, [editor]);

  const act = (event: KeyboardEvent) => {
    const action = formAction(event.nativeEvent, event.target as HTMLElement);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action) {
      case "save":
        return void editor.save();
      case "saveAndNew":
        return void editor.saveAndNew();
      case "next":
        return editor.move(1);
      case "previous":
        return editor.move(-1);
    }
  };
  // A text field first hands over what is being typed; a list must not take the keys that save for its own.
  const isText = (event: KeyboardEvent) => (event.target as HTMLElement).matches("input, textarea");
  return (
    <div
      className="bvn-screen"
      onKeyDownCapture={(event) => isText(event) || act(event)}
      onKeyDown={(event) => isText(event) && act(event)}
    >
      <div className="bvn-top">
        <ProjectToolbar />
        <ProjectQuestion />
      </div>
      <ProjectForm />
      <SaveBar />
    </div>
  );
}
