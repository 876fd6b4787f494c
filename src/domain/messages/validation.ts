import type { Localized } from "../language";
import { both, formatted, listed, quoted } from "./define";

/** Anomalies of the data: what was found in a cell, what was expected, what to do. */
export const validationMessages = {
  required: (p: { field: Localized }): Localized => ({
    fr: `${p.field.fr} est obligatoire et la cellule est vide. Choisissez une valeur dans la liste.`,
    en: `${p.field.en} is required and the cell is empty. Choose a value from the list.`,
  }),
  notACode: (p: {
    field: Localized;
    value: unknown;
    expected: Localized[];
    suggestion?: Localized;
  }): Localized =>
    both((l) => {
      const expected = listed(p.expected.map((label) => label[l]));
      const hint = p.suggestion
        ? l === "fr"
          ? ` Vouliez-vous dire ${quoted(p.suggestion.fr, l)} ?`
          : ` Did you mean ${quoted(p.suggestion.en, l)}?`
        : "";
      return l === "fr"
        ? `${p.field.fr} : ${quoted(p.value, l)} n’est pas une réponse possible. Attendu : ${expected}.${hint}`
        : `${p.field.en}: ${quoted(p.value, l)} is not a possible answer. Expected: ${expected}.${hint}`;
    }),
  errorValue: (p: { field: Localized; value: unknown }): Localized => ({
    fr: `${p.field.fr} : la cellule contient l’erreur ${String(p.value)}. Effacez-la ou choisissez une réponse.`,
    en: `${p.field.en}: the cell holds the error ${String(p.value)}. Clear it or choose an answer.`,
  }),
  notANumber: (p: { field: Localized; value: unknown; unit?: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.field.fr} : ${quoted(p.value, l)} n’est pas un nombre${p.unit ? ` en ${p.unit}` : ""}. Écrivez des chiffres seuls, par exemple 140000.`
        : `${p.field.en}: ${quoted(p.value, l)} is not a number${p.unit ? ` in ${p.unit}` : ""}. Write digits only, for instance 140000.`,
    ),
  outOfRange: (p: { field: Localized; value: unknown; min?: number; max?: number }): Localized =>
    both((l) => {
      const [value, min, max] = [
        formatted(p.value, l),
        formatted(p.min ?? "−∞", l),
        formatted(p.max ?? "+∞", l),
      ];
      return l === "fr"
        ? `${p.field.fr} : ${value} est hors de l’intervalle ${min} … ${max}. Corrigez la valeur.`
        : `${p.field.en}: ${value} is outside ${min} … ${max}. Mend the value.`;
    }),
  belowPanelThreshold: (p: { value: unknown; type: Localized; above: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `Population ${formatted(p.value, l)} : le panel prend le type ${quoted(p.type.fr, l)} au-dessus de ${formatted(p.above, l)} habitants. Vérifiez la population et le type, ou gardez-le en connaissance de cause.`
        : `Population ${formatted(p.value, l)}: the panel takes the type ${quoted(p.type.en, l)} above ${formatted(p.above, l)} inhabitants. Check population and type, or keep it knowingly.`,
    ),
  notADate: (p: { field: Localized; value: unknown }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.field.fr} : ${quoted(p.value, l)} n’est pas une date. Écrivez par exemple 15/03/2014.`
        : `${p.field.en}: ${quoted(p.value, l)} is not a date. Write for instance 2014-03-15.`,
    ),
  unknownTerritory: (p: { value: unknown; suggestion?: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `Le territoire ${quoted(p.value, l)} n’est pas dans le panel. ${p.suggestion ? `Vouliez-vous dire ${quoted(p.suggestion, l)} ? Sinon, ajoutez-le` : "Ajoutez-le"} dans la feuille Panel ou par le volet.`
        : `The territory ${quoted(p.value, l)} is not in the panel. ${p.suggestion ? `Did you mean ${quoted(p.suggestion, l)}? If not, add it` : "Add it"} on the Panel sheet or in the pane.`,
    ),
  unknownEdition: (p: { value: unknown; known: readonly string[] }): Localized =>
    both((l) =>
      l === "fr"
        ? `Édition inconnue : ${quoted(p.value, l)}. Éditions connues : ${listed(p.known)}.`
        : `Unknown edition: ${quoted(p.value, l)}. Known editions: ${listed(p.known)}.`,
    ),
  nearListedProject: (p: { value: unknown; suggestion: Localized }): Localized => ({
    fr: `${quoted(p.value, "fr")} ressemble au projet proposé ${quoted(p.suggestion.fr, "fr")}. Si c’est le même, choisissez-le dans la liste.`,
    en: `${quoted(p.value, "en")} looks like the listed project ${quoted(p.suggestion.en, "en")}. If it is the same, choose it from the list.`,
  }),
  projectOfOtherDomain: (p: { value: unknown; domain: Localized }): Localized => ({
    fr: `${quoted(p.value, "fr")} est un projet proposé du domaine ${quoted(p.domain.fr, "fr")}. Vérifiez le domaine.`,
    en: `${quoted(p.value, "en")} is a listed project of the domain ${quoted(p.domain.en, "en")}. Check the domain.`,
  }),
  duplicateProject: (p: { value: unknown; territory: unknown }): Localized => ({
    fr: `${String(p.territory)} déclare deux fois ${quoted(p.value, "fr")} dans ce domaine. Gardez une seule ligne, ou marquez l’autre « Doublon ».`,
    en: `${String(p.territory)} declares ${quoted(p.value, "en")} twice in this domain. Keep one row, or mark the other “Duplicate”.`,
  }),
  textTooLong: (p: { field: Localized; length: number }): Localized => ({
    fr: `${p.field.fr} : ${p.length} caractères, une cellule en tient 32 767. Raccourcissez le texte.`,
    en: `${p.field.en}: ${p.length} characters, a cell holds 32,767. Shorten the text.`,
  }),
  duplicateTerritory: (p: { value: unknown }): Localized => ({
    fr: `Le territoire ${quoted(p.value, "fr")} figure deux fois dans le panel. Supprimez l’une des lignes ou distinguez les noms.`,
    en: `The territory ${quoted(p.value, "en")} stands twice in the panel. Delete one of the rows or tell the names apart.`,
  }),
  duplicateId: (_: object): Localized => ({
    fr: "Cet identifiant est déjà celui d’une autre ligne : un projet a été copié avec le sien. Effacez-le dans l’une des deux, le volet en donnera un autre.",
    en: "This identifier is another row’s already: a project was copied with its own. Clear it in one of the two, the pane gives another one.",
  }),
  codeLostZero: (p: { value: unknown; code: string }): Localized => ({
    fr: `Le code INSEE ${quoted(p.value, "fr")} a perdu son zéro. Attendu : ${quoted(p.code, "fr")}, saisi comme texte.`,
    en: `The INSEE code ${quoted(p.value, "en")} has lost its zero. Expected: ${quoted(p.code, "en")}, typed as text.`,
  }),
  missingColumn: (p: { field: Localized; table: string }): Localized => ({
    fr: `La colonne ${quoted(p.field.fr, "fr")} manque dans le tableau ${p.table}. Lancez « Créer ou réparer l’étude » pour la remettre.`,
    en: `The column ${quoted(p.field.fr, "en")} is missing from the table ${p.table}. Run “Create or repair study” to put it back.`,
  }),
  missingTable: (p: { table: string }): Localized => ({
    fr: `Le tableau ${p.table} est introuvable. Lancez « Créer ou réparer l’étude » pour le remettre.`,
    en: `The table ${p.table} cannot be found. Run “Create or repair study” to put it back.`,
  }),
  codesRowIncomplete: (p: { missing: Localized }): Localized => ({
    fr: `Cette ligne de la feuille Codes est ignorée : ${p.missing.fr} manque ou n’est pas compris. Complétez-la.`,
    en: `This row of the Codes sheet is ignored: ${p.missing.en} is missing or not understood. Complete it.`,
  }),
  codesDuplicate: (p: { field: string; code: number | string }): Localized => ({
    fr: `Le code ${p.code} de ${quoted(p.field, "fr")} figure deux fois dans la feuille Codes ; la première ligne compte. Donnez un autre numéro à la seconde.`,
    en: `Code ${p.code} of ${quoted(p.field, "en")} stands twice on the Codes sheet; the first row counts. Give the second another number.`,
  }),
} as const;
