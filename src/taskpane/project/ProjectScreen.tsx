import { useEffect, useRef, type KeyboardEvent } from "react";
import { useServices } from "../study/context";
import { ProjectForm } from "./ProjectForm";
import { ProjectQuestion } from "./ProjectQuestion";
import { ProjectToolbar } from "./ProjectToolbar";
import { SaveBar } from "./SaveBar";
import { formAction } from "./shortcuts";

/** One project: its answers, what can be done with it, and what must be decided first. */
export function ProjectScreen() {
  const { editor } = useServices();
  const screen = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Coming back from the sheet: the row may have been edited there.
    const back = () => void editor.reread();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, [editor]);

  const onKeyDown = (event: KeyboardEvent) => {
    const action = formAction(event.nativeEvent, event.target as HTMLElement);
    if (!action) return;
    event.preventDefault();
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
  return (
    <div ref={screen} className="bvn-screen" onKeyDown={onKeyDown}>
      <div className="bvn-top">
        <ProjectToolbar />
        <ProjectQuestion />
      </div>
      <ProjectForm />
      <SaveBar />
    </div>
  );
}
