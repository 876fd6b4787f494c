import { useStudyState, useTexts } from "../study/context";

/** The questions about a project and their codes, as the study's code book has them. */
export function CodebookHelp() {
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const fields = codebook.table("projects").fields.filter(({ list }) => list !== undefined);
  return (
    <section>
      <h2>{texts.helpCodebook}</h2>
      {fields.map((field) => (
        <details key={field.id}>
          <summary>{field.label[language]}</summary>
          {field.help && <p>{field.help[language]}</p>}
          <dl>
            {codebook.activeCodes(field).map(({ code, help }) => (
              <div key={code}>
                <dt>{codebook.display(field.list!, code, language)}</dt>
                {help && <dd>{help[language]}</dd>}
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
