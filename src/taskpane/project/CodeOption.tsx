import type { CodeChoice } from "./codeChoices";

/** One line of a code list: number, label, meaning. */
export function CodeOption({ choice }: { choice: CodeChoice }) {
  return (
    <span className="bvn-code">
      <span className="bvn-code-number" aria-hidden={choice.code === undefined}>
        {choice.code ?? "–"}
      </span>{" "}
      <span>
        <span className="bvn-code-label">{choice.label}</span>{" "}
        {choice.meaning && <span className="bvn-code-meaning">{choice.meaning}</span>}
      </span>
    </span>
  );
}
