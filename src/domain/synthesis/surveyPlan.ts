import type { Codebook } from "../codebook";
import { sectionOption } from "../completeness";
import { codesOf, formats } from "./planParts";
import {
  agreementSentence,
  completenessSentence,
  meaningSentence,
  motivationSentence,
  responseSentence,
} from "./surveySentences";
import type { Section } from "./types";
import { words } from "./words";

/** Who answered, by each coded field of the panel. */
export function panelSections(codebook: Codebook): Section[] {
  const fields = codebook
    .table("panel")
    .fields.filter(
      ({ id, list }) => list && id !== "contact" && codesOf(codebook, codebook.field("panel", id)).length,
    );
  return fields.map((field): Section => {
    const title = words.participants(field.label);
    return {
      id: `panel-${field.id}`,
      chapter: "panel",
      title,
      call: { id: "RESPONSE", args: [field.label.fr] },
      format: formats("text", "count", "count", "share", "share"),
      rows: Math.min(codesOf(codebook, field).length, 18) + 3,
      chart: { type: "bar", title: words.participantsChart(field.label), series: [2] },
      describe: responseSentence,
    };
  });
}

/** Why territories act, what they mean by it, and how they see those they work with. */
export function politicsSections(codebook: Codebook): Section[] {
  const motivation = codebook.field("motivations", "motivation");
  const meaning = codebook.field("motivations", "meaning");
  const statement = codebook.field("actors", "statement");
  const scale = codesOf(codebook, codebook.field("actors", "agreement"));
  return [
    {
      id: "motivations",
      chapter: "politics",
      title: words.motivations,
      call: { id: "MOTIVATION", args: [] },
      format: formats("text", "mean", "count"),
      rows: codesOf(codebook, motivation).length + 2,
      tail: 1,
      chart: { type: "bar", title: words.motivationsChart, series: [1] },
      describe: motivationSentence,
    },
    {
      id: "meanings",
      chapter: "politics",
      title: words.meanings,
      call: { id: "MOTIVATION", args: [null, meaning.label.fr, "*"] },
      format: (column) => (column < 2 ? "text" : column === 2 ? "mean" : "count"),
      rows: codesOf(codebook, meaning).length + 1,
      chart: { type: "bar", title: words.meaningsChart, series: [2] },
      describe: meaningSentence,
    },
    {
      id: "statements",
      chapter: "politics",
      title: words.statements,
      call: { id: "AGREEMENT", args: [] },
      format: formats("text", "share", "count"),
      rows: codesOf(codebook, statement).length + 1,
      chart: {
        type: "stacked",
        title: words.statementsChart,
        series: scale.map((_, i) => i + 3),
        ordered: true,
      },
      describe: agreementSentence,
    },
  ];
}

/** How complete the answers are. */
export const quality: Section = {
  id: "completeness",
  chapter: "quality",
  title: words.completeness,
  call: { id: "COMPLETENESS", args: [null, sectionOption.fr, "*"] },
  format: formats("text", "count", "count", "share"),
  rows: 9,
  tail: 1,
  chart: { type: "bar", title: words.completenessChart, series: [3] },
  describe: completenessSentence,
};
