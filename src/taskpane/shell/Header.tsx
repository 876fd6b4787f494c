import { useStudyState, useTexts } from "../study/context";

/** Which study this workbook is. */
export function Header() {
  const { status, codebook, language, territories, projectCount } = useStudyState();
  const texts = useTexts();
  const known = status === "ready" || status === "damaged";
  return (
    <header className="bvn-header">
      <h1>{known ? codebook.edition.label[language] : texts.pane}</h1>
      {status === "ready" && (
        <p>
          {texts.territoryCount(territories.length)} · {texts.projectCount(projectCount)}
        </p>
      )}
    </header>
  );
}
