import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Link } from "office-ui-fabric-react/lib/Link";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { fieldElementId } from "./FieldEditor";
import { formKeys } from "./shortcuts";

/** Saving, and what is missing before it can be done. Always possible to press: pressing tells what is missing. */
export function SaveBar() {
  const { editor } = useServices();
  const { problems, attempted } = useStore(editor);
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const labelOf = (id: string) => codebook.field("projects", id).label[language];
  return (
    <div className="bvn-savebar">
      {attempted && problems.size > 0 && (
        <div role="alert" className="bvn-missing">
          {texts.toComplete(problems.size)}{" "}
          {[...problems.keys()].map((id, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link onClick={() => document.getElementById(fieldElementId(id))?.focus()}>{labelOf(id)}</Link>
            </span>
          ))}
        </div>
      )}
      <div className="bvn-savebar-row">
        <PrimaryButton
          text={texts.save}
          title={texts.withShortcut(texts.save, formKeys.save.shown(texts))}
          aria-keyshortcuts={formKeys.save.aria}
          onClick={() => void editor.save()}
        />
        <DefaultButton
          text={texts.saveAndNew}
          title={texts.withShortcut(texts.saveAndNew, formKeys.saveAndNew.shown(texts))}
          aria-keyshortcuts={formKeys.saveAndNew.aria}
          onClick={() => void editor.saveAndNew()}
        />
      </div>
    </div>
  );
}
