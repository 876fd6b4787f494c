import { words } from "../../domain/questionnaire/words";
import { CodeField } from "../project/CodeField";
import { useStudyState } from "../study/context";
import { placeId, withAgreement } from "./sheetModel";
import { usePolitics } from "./usePolitics";

/** How far the territory agrees with each statement. */
export function StatementsSection() {
  const { editor, state, texts } = usePolitics();
  const { codebook, language } = useStudyState();
  const { sheet } = state;
  if (!sheet) return null;
  const title = words.statements[language];
  const field = codebook.field("actors", "agreement");
  const { list } = codebook.field("actors", "statement");
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="bvn-quiet">{texts.statementsHint}</p>
      {sheet.statements.map(({ statement, agreement }) => {
        const code = Number(statement);
        const label = codebook.code(list!, code)?.label ?? field.label;
        return (
          <div key={code} className="bvn-field">
            <CodeField
              id={placeId.statement(code)}
              field={{ ...field, label }}
              value={agreement}
              onChange={(value) => editor.change((now) => withAgreement(now, code, value))}
            />
          </div>
        );
      })}
    </section>
  );
}
