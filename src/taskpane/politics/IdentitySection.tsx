import { useStudyState } from "../study/context";
import { PopulationNote } from "./PopulationNote";
import { SheetField } from "./SheetField";
import { identityFields, placeId } from "./sheetModel";
import { usePolitics } from "./usePolitics";

/** Who the territory is, as the panel has it. */
export function IdentitySection() {
  const { editor, state, texts } = usePolitics();
  const { codebook, language } = useStudyState();
  const { sheet, problems } = state;
  if (!sheet) return null;
  return (
    <section aria-label={texts.identity}>
      <h3>{texts.identity}</h3>
      <p className="bvn-quiet">{[sheet.identity.code, sheet.identity.name].filter(Boolean).join(" · ")}</p>
      {identityFields(codebook).map((field) => {
        const id = placeId.identity(field.id);
        return (
          <div key={field.id} className="bvn-field">
            <SheetField
              id={id}
              field={field}
              value={sheet.identity[field.id]}
              error={problems.get(id)?.message[language]}
              onChange={(value) =>
                editor.change((now) => ({ ...now, identity: { ...now.identity, [field.id]: value } }))
              }
            />
            {field.id === "population" && <PopulationNote identity={sheet.identity} />}
          </div>
        );
      })}
    </section>
  );
}
