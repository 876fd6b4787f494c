import { ActionButton, IconButton } from "office-ui-fabric-react/lib/Button";
import { respondentFields } from "../../domain/questionnaire/questions";
import { words } from "../../domain/questionnaire/words";
import { useStudyState } from "../study/context";
import { SheetField } from "./SheetField";
import { placeId, withRespondent } from "./sheetModel";
import { usePolitics } from "./usePolitics";

/** The people who answered: personal data, which stay on their own sheet. */
export function RespondentsSection() {
  const { editor, state, texts } = usePolitics();
  const { codebook, language } = useStudyState();
  const { sheet, problems } = state;
  if (!sheet) return null;
  const title = words.respondents[language];
  const fields = respondentFields(codebook);
  const add = () => {
    editor.change((now) => ({ ...now, respondents: [...now.respondents, {}] }));
    const id = placeId.respondent(sheet.respondents.length, fields[0].id);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="bvn-quiet">{words.respondentsHelp[language]}</p>
      {sheet.respondents.map((row, at) => {
        const name = String(row.personName ?? "").trim() || texts.respondent(at + 1);
        return (
          <fieldset key={at} className="bvn-person">
            <legend>{texts.respondent(at + 1)}</legend>
            <IconButton
              iconProps={{ iconName: "Delete" }}
              ariaLabel={texts.removeRespondent(name)}
              title={texts.removeRespondent(name)}
              className="bvn-person-remove"
              onClick={() =>
                editor.change((now) => ({ ...now, respondents: now.respondents.filter((_, i) => i !== at) }))
              }
            />
            {fields.map((field) => {
              const id = placeId.respondent(at, field.id);
              return (
                <SheetField
                  key={field.id}
                  id={id}
                  field={field}
                  value={row[field.id]}
                  error={problems.get(id)?.message[language]}
                  onChange={(value) => editor.change((now) => withRespondent(now, at, { [field.id]: value }))}
                />
              );
            })}
          </fieldset>
        );
      })}
      <ActionButton iconProps={{ iconName: "Add" }} text={texts.addRespondent} onClick={add} />
    </section>
  );
}
