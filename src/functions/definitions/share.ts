import { validCount } from "../../domain/indicators/mean";
import { territoriesOf } from "../../domain/indicators/territoriesOf";
import { FormulaError } from "../../domain/messages";
import { shareTest } from "../../domain/query/groupTest";
import type { FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { namedSubjectSource } from "../source";

const value = { fr: "valeur", en: "value" };

export const share: FunctionDefinition = {
  id: "SHARE",
  description: {
    fr: "Part (0 à 1) d’une ou plusieurs réponses parmi les réponses valides d’un champ.",
    en: "Share (0 to 1) of one or several answers among the valid answers of a field.",
  },
  parameters: [
    fieldOrRange,
    {
      name: value,
      description: {
        fr: 'Réponse : code, libellé ou critère ("Réalisé", 3, ">=2") ; plusieurs avec | ("DSP|PPP").',
        en: 'Answer: code, label or criterion ("Done", 3, ">=2"); several with | ("DSP|PPP").',
      },
      takes: { kind: "answer" },
    },
    pairs,
  ],
  result: "scalar",
  examples: [
    ["État", "Réalisé", "Domaine", "Loisirs / Culture"],
    ["Mode de gestion", "Régie", "Base", "total"],
    ["Mode de gestion", "DSP|PPP"],
  ],
  compute: (context, [subject, wanted], repeated) => {
    const parsed = namedSubjectSource(context, [subject], [fieldOrRange.name], repeated, [
      "weights",
      "secret",
      "territory",
    ]);
    const { source, plain, subjects, options } = parsed;
    wanted.range(value);
    const counts = source.counts(subjects[0]);
    const test = shareTest(counts, wanted.single());
    if (options.secret) {
      const { groups } = counts.grouping;
      const territory = parsed.subjectOf("territory");
      const places = [
        ...groups.map((_, i) => i).filter(test),
        ...(test("notReported") ? [groups.length] : []),
      ];
      const behind = territoriesOf(plain, [[subjects[0], groups]], territory)(places);
      if (behind > 0 && behind < options.secret) throw FormulaError.notAvailable("hidden");
    }
    const part =
      counts.n.reduce((sum, n, i) => (test(i) ? sum + n : sum), 0) +
      (test("notReported") ? counts.notReported : 0);
    const whole =
      validCount(counts) + (source.options.base === "total" || test("notReported") ? counts.notReported : 0);
    if (!whole) throw FormulaError.notAvailable("noData");
    return part / whole;
  },
};
