import type { Localized } from "../language";
import { both, counted, formatted, listed, quoted } from "./define";

const suggestion = (value: Localized | string | undefined): Localized =>
  both((l) => {
    if (value === undefined) return "";
    const meant = quoted(typeof value === "string" ? value : value[l], l);
    return l === "fr" ? ` Vouliez-vous dire ${meant} ?` : ` Did you mean ${meant}?`;
  });

const pairs = (n: number): Localized => counted(n, ["paire", "paires"], ["pair", "pairs"]);

/** What a BVN formula says in its cell when it cannot give a figure. */
export const formulaMessages = {
  noBase: (): Localized => ({
    fr: "Ce classeur n’a pas de base BVN. Créez l’étude (ruban BVN) ou donnez des plages à la fonction.",
    en: "This workbook has no BVN base. Create the study (BVN ribbon) or give ranges to the function.",
  }),
  noData: (): Localized => ({
    fr: "Aucune réponse valide pour ces critères.",
    en: "No valid answer for these criteria.",
  }),
  baseLoading: (): Localized => ({
    fr: "La base est en cours de lecture ; la valeur viendra d’elle-même.",
    en: "The base is being read; the value will come by itself.",
  }),
  hidden: (): Localized => ({
    fr: "Masqué : moins de territoires que le seuil « Secret ».",
    en: "Hidden: fewer territories than the “Secrecy” threshold.",
  }),
  unknownField: (p: { value: unknown; suggestion?: Localized }): Localized => ({
    fr: `Champ inconnu : ${quoted(p.value, "fr")}.${suggestion(p.suggestion).fr}`,
    en: `Unknown field: ${quoted(p.value, "en")}.${suggestion(p.suggestion).en}`,
  }),
  fieldNotInTable: (p: { field: Localized; table: Localized }): Localized => ({
    fr: `${quoted(p.field.fr, "fr")} n’est pas un champ utilisable ici : attendu un champ du tableau ${p.table.fr} ou du panel.`,
    en: `${quoted(p.field.en, "en")} cannot be used here: expected a field of the ${p.table.en} table or of the panel.`,
  }),
  notACodedField: (p: { field: Localized }): Localized => ({
    fr: `${quoted(p.field.fr, "fr")} n’a pas de liste de codes ; choisissez un champ codé (Domaine, État, Mesure…).`,
    en: `${quoted(p.field.en, "en")} has no code list; choose a coded field (Domain, Status, Measure…).`,
  }),
  unknownCode: (p: {
    field: Localized;
    value: unknown;
    expected: Localized[];
    suggestion?: Localized;
  }): Localized =>
    both((l) => {
      const expected = listed(p.expected.map((label) => label[l]));
      return l === "fr"
        ? `${p.field.fr} inconnu : ${quoted(p.value, l)}. Attendu : ${expected}.${suggestion(p.suggestion)[l]}`
        : `Unknown ${p.field.en}: ${quoted(p.value, l)}. Expected: ${expected}.${suggestion(p.suggestion)[l]}`;
    }),
  unknownValue: (p: { field: Localized; value: unknown; suggestion: Localized }): Localized => ({
    fr: `${p.field.fr} : ${quoted(p.value, "fr")} n’existe pas dans la base.${suggestion(p.suggestion).fr}`,
    en: `${p.field.en}: ${quoted(p.value, "en")} does not exist in the base.${suggestion(p.suggestion).en}`,
  }),
  notANumericCriterion: (p: { field: Localized; value: unknown }): Localized => ({
    fr: `${p.field.fr} est un nombre : le critère ${quoted(p.value, "fr")} n’en est pas un. Exemple : ">=100000".`,
    en: `${p.field.en} is a number: the criterion ${quoted(p.value, "en")} is not. For instance ">=100000".`,
  }),
  oddArguments: (p: { last: unknown }): Localized => ({
    fr: `Les arguments vont par deux, champ puis critère : ${quoted(p.last, "fr")} n’a pas de critère.`,
    en: `Arguments come in pairs, field then criterion: ${quoted(p.last, "en")} has no criterion.`,
  }),
  unknownIndicator: (p: {
    value: unknown;
    expected: readonly Localized[];
    suggestion?: Localized;
  }): Localized =>
    both((l) => {
      const expected = listed(
        p.expected.map((label) => label[l]),
        16,
      );
      return l === "fr"
        ? `Indicateur inconnu ici : ${quoted(p.value, l)}. Attendu : ${expected}.${suggestion(p.suggestion)[l]}`
        : `Unknown indicator here: ${quoted(p.value, l)}. Expected: ${expected}.${suggestion(p.suggestion)[l]}`;
    }),
  missingArgument: (p: { name: Localized }): Localized => ({
    fr: `Il manque l’argument ${quoted(p.name.fr, "fr")}.`,
    en: `The argument ${quoted(p.name.en, "en")} is missing.`,
  }),
  unknownOption: (p: {
    option: Localized;
    value: unknown;
    expected: readonly string[];
    suggestion?: string;
  }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.option.fr} : ${quoted(p.value, l)} n’est pas prévu. Attendu : ${listed(p.expected)}.${suggestion(p.suggestion)[l]}`
        : `${p.option.en}: ${quoted(p.value, l)} is not known. Expected: ${listed(p.expected)}.${suggestion(p.suggestion)[l]}`,
    ),
  optionNotHere: (p: { option: Localized; expected: readonly Localized[] }): Localized =>
    both((l) => {
      const expected = listed(p.expected.map((label) => label[l]));
      return l === "fr"
        ? `L’option ${quoted(p.option.fr, l)} ne s’applique pas ici. Options possibles : ${expected}.`
        : `The option ${quoted(p.option.en, l)} does not apply here. Possible options: ${expected}.`;
    }),
  wrongNumber: (p: { name: Localized; value: unknown; expected: Localized }): Localized => ({
    fr: `${p.name.fr} : ${quoted(p.value, "fr")} ne convient pas ; attendu ${p.expected.fr}.`,
    en: `${p.name.en}: ${quoted(p.value, "en")} will not do; expected ${p.expected.en}.`,
  }),
  weightsNeedBase: (): Localized => ({
    fr: 'Les poids viennent du panel de l’étude : "Poids" vaut pour la base du classeur, pas pour des plages.',
    en: 'Weights come from the panel of the study: "Weights" works on the workbook’s base, not on ranges.',
  }),
  territoriesNeeded: (): Localized => ({
    fr: 'Les projets d’un territoire se ressemblent : ajoutez "Territoire";plage, la colonne des territoires.',
    en: 'Projects of one territory resemble each other: add "Territory",range, the column of territories.',
  }),
  scaleNeeded: (p: { position: number }): Localized => ({
    fr: `Les codes de l’argument ${p.position} ne disent pas leur échelle : ajoutez "Champ";"État" (ou un autre champ ordonné).`,
    en: `The codes of argument ${p.position} do not tell their scale: add "Field","Status" (or another ordered field).`,
  }),
  rangesNeeded: (p: { fields: readonly Localized[] }): Localized => ({
    fr: `Il manque une plage de réponses pour : ${p.fields.map(({ fr }) => fr).join(", ")}.`,
    en: `A range of answers is missing for: ${p.fields.map(({ en }) => en).join(", ")}.`,
  }),
  resultTooLarge: (p: { rows: number; columns: number }): Localized => ({
    fr: `Le résultat aurait ${p.rows} lignes et ${p.columns} colonnes, plus que ce qu’une feuille reçoit. Ajoutez un critère, ou demandez les premières lignes.`,
    en: `The result would have ${p.rows} rows and ${p.columns} columns, more than a sheet takes. Add a criterion, or ask for the first rows.`,
  }),
  criterionIsRange: (p: { position: number }): Localized => ({
    fr: `L’argument ${p.position} est une plage ; un critère tient dans une seule cellule.`,
    en: `Argument ${p.position} is a range; a criterion fits in one cell.`,
  }),
  rangeExpected: (p: { position: number; value: unknown }): Localized => ({
    fr: `L’argument ${p.position} (${quoted(p.value, "fr")}) devrait être une plage de même taille que la première.`,
    en: `Argument ${p.position} (${quoted(p.value, "en")}) should be a range of the same size as the first.`,
  }),
  rangesOfDifferentSize: (p: { position: number; found: string; expected: string }): Localized => ({
    fr: `L’argument ${p.position} a ${p.found} cellules (lignes × colonnes), la première plage ${p.expected}. Donnez des plages de même taille.`,
    en: `Argument ${p.position} has ${p.found} cells (rows × columns), the first range ${p.expected}. Give ranges of the same size.`,
  }),
  invalidValue: (p: { field: Localized; value: unknown; row: number }): Localized => ({
    fr: `Ligne ${p.row} : ${quoted(p.value, "fr")} n’est pas une réponse de ${quoted(p.field.fr, "fr")}. Corrigez-la, ou ajoutez "Invalides";"ignorer".`,
    en: `Row ${p.row}: ${quoted(p.value, "en")} is not an answer of ${quoted(p.field.en, "en")}. Mend it, or add "Invalid","ignore".`,
  }),
  errorInCriterion: (p: { value: unknown; position: number }): Localized => ({
    fr: `L’argument ${p.position} contient l’erreur ${String(p.value)}.`,
    en: `Argument ${p.position} holds the error ${String(p.value)}.`,
  }),
  errorInRange: (p: { value: unknown; position: number }): Localized => ({
    fr: `La plage de l’argument ${p.position} contient l’erreur ${quoted(p.value, "fr")}. Corrigez-la, ou ajoutez "Invalides";"ignorer".`,
    en: `The range of argument ${p.position} holds the error ${quoted(p.value, "en")}. Mend it, or add "Invalid","ignore".`,
  }),
  emptyBase: (): Localized => ({
    fr: "La base n’a encore aucun projet. Saisissez-en, ou importez des questionnaires.",
    en: "The base has no project yet. Enter some, or import questionnaires.",
  }),
  ambiguousCode: (p: { value: unknown; fields: Localized[] }): Localized =>
    both((l) =>
      l === "fr"
        ? `${quoted(p.value, l)} existe dans plusieurs champs : ${listed(p.fields.map((f) => f.fr))}. Précisez le champ.`
        : `${quoted(p.value, l)} exists in several fields: ${listed(p.fields.map((f) => f.en))}. Name the field.`,
    ),
  unknownLabel: (p: { value: unknown; suggestion?: Localized }): Localized => ({
    fr: `Libellé inconnu du code book : ${quoted(p.value, "fr")}.${suggestion(p.suggestion).fr}`,
    en: `Label unknown to the code book: ${quoted(p.value, "en")}.${suggestion(p.suggestion).en}`,
  }),
  fieldNeeded: (p: { value: unknown }): Localized => ({
    fr: `Le code ${quoted(p.value, "fr")} seul ne dit pas son champ. Ajoutez-le, par exemple "État".`,
    en: `Code ${quoted(p.value, "en")} alone does not say its field. Add it, for instance "Status".`,
  }),
  tooManyGroups: (p: { field: Localized; count: number; most: number }): Localized => ({
    fr: `${quoted(p.field.fr, "fr")} a ${p.count} valeurs différentes, le tableau en montre ${p.most} au plus. Ajoutez un critère.`,
    en: `${quoted(p.field.en, "en")} has ${p.count} different values, the table shows ${p.most} at most. Add a criterion.`,
  }),
  unknownTerritory: (p: { value: unknown; suggestion?: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `Territoire inconnu : ${quoted(p.value, l)} n’est ni au panel ni dans les projets.${suggestion(p.suggestion)[l]}`
        : `Unknown territory: ${quoted(p.value, l)} is neither in the panel nor in the projects.${suggestion(p.suggestion)[l]}`,
    ),
  unknownEdition: (p: { value: unknown; expected: readonly string[]; suggestion?: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `Édition inconnue : ${quoted(p.value, l)}. Attendu : ${listed(p.expected)}.${suggestion(p.suggestion)[l]}`
        : `Unknown edition: ${quoted(p.value, l)}. Expected: ${listed(p.expected)}.${suggestion(p.suggestion)[l]}`,
    ),
  notOrdered: (p: { name: Localized; expected: readonly Localized[] }): Localized =>
    both((l) => {
      const expected = listed(
        p.expected.map((label) => label[l]),
        12,
      );
      return l === "fr"
        ? `${quoted(p.name[l], l)} n’a ni ordre ni mesure : une corrélation n’y a pas de sens. Attendu : ${expected}.`
        : `${quoted(p.name[l], l)} has neither order nor measure: a correlation has no meaning there. Expected: ${expected}.`;
    }),
  notANumber: (p: { value: unknown; row: number }): Localized => ({
    fr: `Ligne ${p.row} : ${quoted(p.value, "fr")} n’est pas un nombre. Corrigez-la, ou ajoutez "Invalides";"ignorer".`,
    en: `Row ${p.row}: ${quoted(p.value, "en")} is not a number. Mend it, or add "Invalid","ignore".`,
  }),
  notByProject: (p: { label: Localized }): Localized => ({
    fr: `${quoted(p.label.fr, "fr")} n’existe que par territoire. Ôtez "Unité";"projets".`,
    en: `${quoted(p.label.en, "en")} exists by territory only. Leave "Unit","projects" out.`,
  }),
  noVariation: (p: { n: number }): Localized => ({
    fr: `Pas de corrélation : ${pairs(p.n).fr} de valeurs, et il en faut au moins deux où aucune des deux séries n’est constante.`,
    en: `No correlation: ${pairs(p.n).en} of values; it takes at least two, with neither series constant.`,
  }),
  ownValueMissing: (p: { field: Localized; territory: string }): Localized => ({
    fr: `Le panel ne dit pas ${quoted(p.field.fr, "fr")} de ${quoted(p.territory, "fr")} : il ne peut pas servir à choisir ses pairs.`,
    en: `The panel does not tell ${quoted(p.field.en, "en")} of ${quoted(p.territory, "en")}: it cannot serve to choose its peers.`,
  }),
  notAPrintedFigure: (p: { value: unknown }): Localized => ({
    fr: `${quoted(p.value, "fr")} n’est pas un chiffre imprimé. Donnez un pourcentage, un nombre ou une fraction, par exemple "76,60 %", "2,14" ou "1/3" (six décimales au plus).`,
    en: `${quoted(p.value, "en")} is not a printed figure. Give a percentage, a number or a fraction, for instance "76.60%", "2.14" or "1/3" (six decimals at most).`,
  }),
  notASampleSize: (p: { value: unknown; most: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.value === null ? "L’effectif n manque" : `L’effectif ${quoted(p.value, l)} ne convient pas`} : attendu un nombre entier de 1 à ${formatted(p.most, l)}.`
        : `${p.value === null ? "The number n is missing" : `The number ${quoted(p.value, l)} will not do`}: expected a whole number from 1 to ${formatted(p.most, l)}.`,
    ),
  percentIsNoMean: (p: { value: unknown; kind: unknown }): Localized => ({
    fr: `${quoted(p.value, "fr")} est une part, la nature ${quoted(p.kind, "fr")} est celle d’une moyenne. Ôtez la nature, ou donnez la moyenne.`,
    en: `${quoted(p.value, "en")} is a share, the kind ${quoted(p.kind, "en")} is that of a mean. Leave the kind out, or give the mean.`,
  }),
} as const;
