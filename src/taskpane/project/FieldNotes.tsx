import { Icon } from "office-ui-fabric-react/lib/Icon";
import { Link } from "office-ui-fabric-react/lib/Link";
import type { Field } from "../../domain/codebook";
import { fromCell } from "../../domain/records/project";
import { useServices, useStudyState, useTexts } from "../study/context";

interface FieldNotesProps {
  readonly field: Field;
  /** Something to look at that does not prevent saving. */
  readonly warning?: string;
  /** An answer that would mend what is wrong, as the cell would show it. */
  readonly suggestion?: string;
}

/** Under a field: what a person should look at, and the answer that was probably meant. */
export function FieldNotes({ field, warning, suggestion }: FieldNotesProps) {
  const { editor } = useServices();
  const { codebook } = useStudyState();
  const texts = useTexts();
  if (!warning && !suggestion) return null;
  const apply = () => editor.change(field.id, fromCell(codebook, field, suggestion));
  return (
    <div className="bvn-note">
      {warning && (
        <Icon iconName="Warning" className="bvn-icon-warning" role="img" aria-label={texts.warning} />
      )}
      <span>
        {warning} {suggestion && <Link onClick={apply}>{texts.putInstead(suggestion)}</Link>}
      </span>
    </div>
  );
}
