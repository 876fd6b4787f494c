import { IconButton, type IButtonProps } from "office-ui-fabric-react/lib/Button";
import { Link } from "office-ui-fabric-react/lib/Link";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { changedFields, sameProject } from "./draft";
import { formKeys, type FormAction } from "./shortcuts";

/** Which project this is, and what can be done with it. */
export function ProjectToolbar() {
  const { editor } = useServices();
  const { ref, before, draft, status, busy } = useStore(editor);
  const { projectCount, selection, language } = useStudyState();
  const texts = useTexts();
  const dirty = changedFields(before, draft).length > 0;

  const button = (icon: string, label: string, onClick: () => void, key?: FormAction, off = false) => {
    const title = key ? texts.withShortcut(label, formKeys[key].shown(texts)) : label;
    const props: IButtonProps = {
      iconProps: { iconName: icon },
      title,
      ariaLabel: label,
      "aria-keyshortcuts": key && formKeys[key].aria,
      onClick,
      disabled: off,
      // A disabled button that keeps the focus does not send the keyboard back to the top of the page.
      allowDisabledFocus: true,
    };
    return <IconButton {...props} />;
  };
  const off = busy;
  return (
    <div className="bvn-toolbar">
      <div className="bvn-toolbar-row">
        <h2 className="bvn-title">
          {ref ? texts.projectTitle(ref.row + 1, Math.max(projectCount, ref.row + 1)) : texts.newProjectTitle}
        </h2>
        <div role="group" aria-label={texts.actions} className="bvn-buttons">
          {button("ChevronUp", texts.previous, () => editor.move(-1), "previous", off)}
          {button("ChevronDown", texts.next, () => editor.move(1), "next", off)}
          {button("Add", texts.newProject, editor.startNew, undefined, off)}
          {button("Copy", texts.duplicate, editor.duplicate, undefined, off || !ref)}
          {button("Delete", texts.remove, editor.askRemove, undefined, off || !ref)}
        </div>
      </div>
      <div className="bvn-toolbar-row">
        <span role="status" className={status ? "bvn-status" : "bvn-quiet"}>
          {status?.[language] ?? (dirty ? texts.modified : texts.requiredLegend)}
        </span>
        {ref && !sameProject(ref, selection) && (
          <Link onClick={() => void editor.showInSheet()}>{texts.showInSheet}</Link>
        )}
      </div>
    </div>
  );
}
