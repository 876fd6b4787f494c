import { Link } from "office-ui-fabric-react/lib/Link";
import type { ListedProject } from "../../domain/codebook";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import type { ChoiceGroup } from "./choices";
import type { FieldEditorProps } from "./FieldEditor";
import { proposeListed, searchListed } from "./listedMatch";
import { SearchField } from "./SearchField";

/** The project: one of its domain's list, or a free text; a text close to a listed one proposes it. */
export function ListedProjectField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { editor } = useServices();
  const { draft } = useStore(editor);
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const text = String(value ?? "");
  const domainField = codebook.field("projects", "domain");
  const domain = typeof draft.domain === "number" ? draft.domain : undefined;
  const domainName = (code: number) => codebook.display(domainField.list!, code, language);

  const find = (typed: string): ChoiceGroup[] => {
    const found = searchListed(codebook, domain, typed);
    const domains = [...new Set(found.map((project) => project.domain))];
    return domains.map((code) => ({
      heading: domainName(code),
      choices: found
        .filter((project) => project.domain === code)
        .map((project) => ({ key: project.id, label: project.label[language] })),
    }));
  };
  const take = (project: ListedProject) =>
    editor.changeAll({ [field.id]: project.label[language], [domainField.id]: project.domain });
  const onText = (typed: string) => {
    const listed = codebook.findListedProject(typed, domain);
    onChange(listed ? listed.label[language] : typed || null);
  };

  const listed = text ? codebook.findListedProject(text, domain) : undefined;
  const proposal = proposeListed(codebook, domain, text);
  return (
    <div>
      <SearchField
        id={id}
        label={field.label[language]}
        value={text}
        required={field.required}
        placeholder={texts.projectPlaceholder}
        error={error}
        find={find}
        nothingFound={() => texts.noListedProject}
        onChoose={({ key }) => {
          const project = codebook.edition.listedProjects.find((candidate) => candidate.id === key);
          if (project) take(project);
        }}
        onText={onText}
      />
      {!error && text && !proposal && (
        <p className="bvn-meaning">{listed ? texts.listedProject : texts.freeProject}</p>
      )}
      {proposal && (
        <p className="bvn-proposal" role="status">
          {proposal.domain === domain || domain === undefined
            ? texts.looksLike(proposal.label[language])
            : texts.looksLikeElsewhere(proposal.label[language], domainName(proposal.domain))}{" "}
          <Link onClick={() => take(proposal)}>{texts.replace}</Link>
        </p>
      )}
    </div>
  );
}
