import { useEffect } from "react";
import type { Field } from "../../domain/codebook";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { answerFields, detailFields, isBlankAnswer } from "./draft";
import { FieldEditor, fieldElementId } from "./FieldEditor";
import { FieldNotes } from "./FieldNotes";

/** The questions of the code book about a project, in its order; nothing here knows which they are. */
export function ProjectForm() {
  const { editor } = useServices();
  const state = useStore(editor);
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const { draft, problems, attempted, touched, anomalies, focus } = state;

  useEffect(() => {
    if (focus) document.getElementById(fieldElementId(focus.field))?.focus();
  }, [focus]);

  const told = (field: Field) => {
    const problem = problems.get(field.id);
    const shown = problem && (attempted || (touched.has(field.id) && !isBlankAnswer(draft[field.id])));
    if (shown) return { error: problem.message[language], suggestion: problem.suggestion };
    // The field of the project proposes the listed one itself.
    const inSheet = anomalies.filter(
      ({ place, code }) => place.field === field.id && code !== "nearListedProject",
    );
    const [anomaly] = inSheet.filter(({ severity }) => severity === "error").concat(inSheet);
    if (!anomaly) return {};
    const { severity, message, suggestion } = anomaly;
    return { [severity]: message[language], suggestion } as {
      error?: string;
      warning?: string;
      suggestion?: string;
    };
  };
  const editorOf = (field: Field) => {
    const { error, warning, suggestion } = told(field);
    return (
      <div key={field.id} className="bvn-field" onBlur={() => editor.leave(field.id)}>
        <FieldEditor
          id={fieldElementId(field.id)}
          field={field}
          value={draft[field.id]}
          error={error}
          onChange={(value) => editor.change(field.id, value)}
        />
        <FieldNotes field={field} warning={warning} suggestion={suggestion} />
      </div>
    );
  };
  const details = detailFields(codebook);
  const wholeRow = anomalies.filter(({ place }) => !place.field);
  return (
    <form
      className="bvn-scroll bvn-form"
      aria-label={texts.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {wholeRow.map((anomaly) => (
        <p key={anomaly.code} className="bvn-error">
          {anomaly.message[language]}
        </p>
      ))}
      {answerFields(codebook).map(editorOf)}
      <details className="bvn-details" open={details.some((field) => told(field).error) || undefined}>
        <summary>{texts.details}</summary>
        {details.map(editorOf)}
      </details>
    </form>
  );
}
