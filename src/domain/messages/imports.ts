import { localeOf, type Localized } from "../language";
import { both, listed, quoted } from "./define";

const text = (fr: string, en: string): Localized => ({ fr, en });

/** A value or file put aside: why, what was expected, what to do. */
interface ImportMessage {
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
}

const DECIDE = text(
  "Reprenez le fichier et choisissez la réponse à garder.",
  "Import the file again and choose the answer to keep.",
);
const OTHER = text("Autre réponse : ", "Other answer: ");

/** The other answers a reason of `undecided` names. */
export function otherAnswers(reason: string): string {
  const label = [OTHER.fr, OTHER.en].find((words) => reason.includes(words));
  return label === undefined ? "" : reason.slice(reason.indexOf(label) + label.length).replace(/\.$/, "");
}

/** What an import puts aside, or wants looked at. */
export const importMessages = {
  undecided: (p: { field: Localized; others: readonly string[] }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `Deux réponses différentes à ${quoted(p.field.fr, l)}, aucune décision. ${OTHER.fr}${listed(p.others)}.`
        : `Two different answers to ${quoted(p.field.en, l)}, nothing decided. ${OTHER.en}${listed(p.others)}.`,
    ),
    expected: text("Une seule réponse.", "One answer."),
    action: DECIDE,
  }),
  territoryUndecided: (p: { code: string; name: string }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `Le territoire du fichier n’est pas établi : code ${quoted(p.code, l)}, nom ${quoted(p.name, l)}.`
        : `The territory of the file is not known: code ${quoted(p.code, l)}, name ${quoted(p.name, l)}.`,
    ),
    expected: text(
      "Le code et le nom d’un territoire du panel.",
      "Code and name of a territory of the panel.",
    ),
    action: text(
      "Ajoutez le territoire au panel ou dites lequel c’est, puis reprenez le fichier.",
      "Add the territory to the panel or say which one it is, then import the file again.",
    ),
  }),
  editionUnknown: (p: { edition: string; known: readonly string[] }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `Édition inconnue : ${quoted(p.edition, l)}.`
        : `Unknown edition: ${quoted(p.edition, l)}.`,
    ),
    expected: both(() => listed(p.known)),
    action: text(
      "Envoyez le questionnaire de l’édition en cours au territoire.",
      "Send the questionnaire of the current edition to the territory.",
    ),
  }),
  rankTie: (p: { rank: number; motivations: readonly Localized[] }): ImportMessage => ({
    reason: both((l) => {
      const names = listed(p.motivations.map((label) => label[l]));
      return l === "fr"
        ? `Le rang ${p.rank} est donné à plusieurs motivations par des réponses différentes : ${names}.`
        : `Rank ${p.rank} is given to several motivations by different answers: ${names}.`;
    }),
    expected: text("Chaque rang une seule fois.", "Each rank once."),
    action: DECIDE,
  }),
  absentYetDeclared: (p: { project: Localized; file: string }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.project.fr, l)} est dit « sans objet » ici, mais déclaré par ${p.file}.`
        : `${quoted(p.project.en, l)} is “not applicable” here, yet declared by ${p.file}.`,
    ),
    action: text(
      "Le projet déclaré est gardé. Vérifiez auprès du territoire.",
      "The project declared is kept. Check with the territory.",
    ),
  }),
  populationFar: (p: { found: number; official: number }): ImportMessage => ({
    reason: both((l) => {
      const [found, official] = [p.found, p.official].map((n) => n.toLocaleString(localeOf(l)));
      return l === "fr"
        ? `Population de ${found}, loin de la population officielle de ${official}.`
        : `Population of ${found}, far from the official population of ${official}.`;
    }),
    expected: both((l) => p.official.toLocaleString(localeOf(l))),
    action: text("Vérifiez le nombre d’habitants.", "Check the number of inhabitants."),
  }),
  populationOfTown: (p: { found: number; town: string }): ImportMessage => ({
    reason: both((l) => {
      const found = p.found.toLocaleString(localeOf(l));
      return l === "fr"
        ? `La population du groupement (${found}) est celle de sa ville principale, ${p.town}.`
        : `The population of the group (${found}) is that of its main town, ${p.town}.`;
    }),
    action: text(
      "Écrivez la population de l’ensemble du groupement.",
      "Write the population of the whole group.",
    ),
  }),
  populationBelowTown: (p: { found: number; town: string; population: number }): ImportMessage => ({
    reason: both((l) => {
      const [found, town] = [p.found, p.population].map((n) => n.toLocaleString(localeOf(l)));
      return l === "fr"
        ? `La population du groupement (${found}) est plus petite que celle de ${p.town} (${town}), qui en est membre.`
        : `The population of the group (${found}) is smaller than that of ${p.town} (${town}), one of its members.`;
    }),
    action: text("Vérifiez le nombre d’habitants des deux.", "Check the number of inhabitants of both."),
  }),
  populationUnread: (p: { value: unknown }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.value, l)} n’est pas une population.`
        : `${quoted(p.value, l)} is not a population.`,
    ),
    expected: text(
      "Un nombre d’habitants, par exemple 140 000.",
      "A number of inhabitants, for instance 140,000.",
    ),
    action: text("Écrivez des chiffres seuls.", "Write digits only."),
  }),
  populationRounded: (p: { value: unknown; read: number }): ImportMessage => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.value, l)} est lu ${p.read}, un nombre arrondi.`
        : `${quoted(p.value, l)} is read as ${p.read}, a rounded number.`,
    ),
    action: text("Écrivez le nombre exact d’habitants.", "Write the exact number of inhabitants."),
  }),
} as const satisfies Record<string, (p: never) => ImportMessage>;

/** What is asked of a person. */
export const importQuestions = {
  territory: (p: { file: string; code: string; name: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `${p.file} : le code ${quoted(p.code, l)} et le nom ${quoted(p.name, l)} ne désignent pas un même territoire du panel. Lequel est-ce ?`
        : `${p.file}: the code ${quoted(p.code, l)} and the name ${quoted(p.name, l)} do not mean one territory of the panel. Which one is it?`,
    ),
  conflict: (p: { territory: string; row: Localized; field: Localized }): Localized => ({
    fr: `${p.territory}, ${p.row.fr} : deux réponses à ${quoted(p.field.fr, "fr")}. Laquelle garder ?`,
    en: `${p.territory}, ${p.row.en}: two answers to ${quoted(p.field.en, "en")}. Which one to keep?`,
  }),
  rankTie: (p: { territory: string; rank: number }): Localized => ({
    fr: `${p.territory} : le rang ${p.rank} est donné à plusieurs motivations par des réponses différentes. À laquelle le laisser ?`,
    en: `${p.territory}: rank ${p.rank} is given to several motivations by different answers. Which one keeps it?`,
  }),
  late: (p: { territory: string; file: string; received: string; closing: string }): Localized => ({
    fr: `${p.territory} : ${p.file} est arrivé le ${p.received}, après la clôture du ${p.closing}. Ses réponses sont gardées, hors de l’édition. Faut-il les y compter ?`,
    en: `${p.territory}: ${p.file} came in on ${p.received}, after the closing date ${p.closing}. Its answers are kept, outside the edition. Should they count?`,
  }),
  listed: (p: { text: string; listed: Localized; domain: Localized }): Localized => ({
    fr: `${quoted(p.text, "fr")} ressemble au projet proposé ${quoted(p.listed.fr, "fr")} (${p.domain.fr}). Est-ce le même ?`,
    en: `${quoted(p.text, "en")} looks like the listed project ${quoted(p.listed.en, "en")} (${p.domain.en}). Is it the same?`,
  }),
  spelling: (p: { text: string; other: string; territories: number }): Localized => ({
    fr: `${quoted(p.text, "fr")} et ${quoted(p.other, "fr")} (${p.territories} territoires) désignent-ils le même projet ?`,
    en: `Are ${quoted(p.text, "en")} and ${quoted(p.other, "en")} (${p.territories} territories) the same project?`,
  }),
  shared: (p: { commune: string; group: string; project: string }): Localized => ({
    fr: `${p.commune} et ${p.group} déclarent tous deux ${quoted(p.project, "fr")}. Est-ce un seul projet ?`,
    en: `${p.commune} and ${p.group} both declare ${quoted(p.project, "en")}. Is it one project?`,
  }),
  repeated: (p: { territory: string; project: string }): Localized => ({
    fr: `${p.territory} déclare deux fois ${quoted(p.project, "fr")} dans ce domaine. Est-ce un seul projet ?`,
    en: `${p.territory} declares ${quoted(p.project, "en")} twice in this domain. Is it one project?`,
  }),
} as const;

/** What may be answered. */
export const importOptions = {
  refuse: text("Ne rien prendre de ce fichier", "Take nothing of this file"),
  bothRows: text("Garder les deux, en deux lignes", "Keep both, as two rows"),
  bothTexts: text("Garder les deux textes", "Keep both texts"),
  leaveOut: text("Laisser hors de l’édition", "Leave out of the edition"),
  letIn: text("Compter dans l’édition", "Count in the edition"),
  isListed: text("C’est le projet proposé", "It is the listed project"),
  isOther: text("C’est un autre projet", "It is another project"),
  sameProject: text("C’est le même : l’écrire de la même façon", "The same: write it in the same way"),
  twoProjects: text("Ce sont deux projets", "They are two projects"),
  oneProject: text("Un seul : marquer l’autre « Doublon »", "One: mark the other “Duplicate”"),
  countFor: (p: { territory: string }): Localized => ({
    fr: `Un seul, compté pour ${p.territory} ; l’autre est marqué « Doublon »`,
    en: `One, counted for ${p.territory}; the other is marked “Duplicate”`,
  }),
} as const;

/** Words of the Journal. */
export const importWords = {
  imported: text("Import", "Import"),
  decision: text("Décision", "Decision"),
  takenBack: text("Import retiré", "Import taken back"),
  correction: text("Correction", "Correction"),
  personal: text("(donnée personnelle : voir le fichier)", "(personal data: see the file)"),
  imports: (p: {
    territory: string;
    added: number;
    changed: number;
    unchanged: number;
    conflicting: number;
    rejected: number;
    absent: number;
    late: boolean;
    prefilled: { edition: string; filledIn: number; unchanged: number } | null;
  }): Localized => ({
    fr: `${p.territory} : ${p.added} ${p.added > 1 ? "lignes ajoutées" : "ligne ajoutée"}, ${p.changed} ${p.changed > 1 ? "modifiées" : "modifiée"}, ${p.unchanged} identiques, ${p.conflicting} à décider, ${p.rejected} valeurs mises de côté, ${p.absent} projets dits sans objet${p.prefilled ? ` ; ${p.prefilled.unchanged} réponses préremplies (${p.prefilled.edition}) sur ${p.prefilled.filledIn} revenues telles quelles` : ""}${p.late ? " ; après la clôture" : ""}.`,
    en: `${p.territory}: ${p.added} rows added, ${p.changed} changed, ${p.unchanged} unchanged, ${p.conflicting} to decide, ${p.rejected} values put aside, ${p.absent} projects said not applicable${p.prefilled ? `; ${p.prefilled.unchanged} of ${p.prefilled.filledIn} pre-filled answers (${p.prefilled.edition}) came back as they were` : ""}${p.late ? "; after the closing date" : ""}.`,
  }),
  decided: (p: { question: Localized; answer: Localized }): Localized => ({
    fr: `${p.question.fr} ${p.answer.fr}.`,
    en: `${p.question.en} ${p.answer.en}.`,
  }),
  corrected: (p: {
    territory: string;
    where: string;
    was: string | null;
    reason: string;
    answer: string | null;
  }): Localized =>
    both((l) => {
      const fr = l === "fr";
      const place = [p.territory, p.where].filter(Boolean).join(fr ? " : " : ": ");
      const was = p.was === null ? p.reason : quoted(p.was, l);
      const now = p.answer === null ? (fr ? "corrigé" : "corrected") : quoted(p.answer, l);
      return `${place} ; ${was} → ${now}.`;
    }),
  blank: text("(vide)", "(blank)"),
  deleted: text("supprimé", "deleted"),
  undone: (p: { what: Localized }): Localized => ({
    fr: `annulé – ${p.what.fr}`,
    en: `undone – ${p.what.en}`,
  }),
  /** Of personal data the values are not told. */
  fieldChanged: (p: { field: Localized; was: Localized | null; now: Localized | null }): Localized =>
    p.was && p.now
      ? {
          fr: `${p.field.fr} ${p.was.fr} → ${p.now.fr}`,
          en: `${p.field.en} ${p.was.en} → ${p.now.en}`,
        }
      : { fr: `${p.field.fr} modifié`, en: `${p.field.en} changed` },
  rowsBack: (p: { rows: number }): Localized => ({
    fr: `${p.rows} lignes remises comme avant.`,
    en: `${p.rows} rows as they were before.`,
  }),
} as const;

/** The e-mail that asks a territory for its corrections. */
export const correctionsLetter = {
  subject: (p: { territory: string; edition: string; count: number }): Localized => ({
    fr: `Baromètre des villes numériques ${p.edition} – ${p.territory} : ${p.count === 1 ? "une réponse à préciser" : `${p.count} réponses à préciser`}`,
    en: `Barometer of digital cities ${p.edition} – ${p.territory}: ${p.count === 1 ? "one answer to complete" : `${p.count} answers to complete`}`,
  }),
  opening: text(
    "Madame, Monsieur,\n\nNous vous remercions d’avoir répondu au questionnaire. Les réponses ci-dessous n’ont pas pu être prises telles quelles ; toutes les autres l’ont été.",
    "Dear Sir or Madam,\n\nThank you for answering the questionnaire. The answers below could not be taken as they are; all others were.",
  ),
  found: text("lu", "found"),
  expected: text("attendu", "expected"),
  closing: text(
    "Vous pouvez nous répondre par retour de courriel, ou corriger le fichier et nous le renvoyer.\n\nBien cordialement,\nL’équipe du baromètre",
    "You may answer this e-mail, or correct the file and send it back.\n\nKind regards,\nThe barometer team",
  ),
  nothing: text(
    "Toutes vos réponses ont été prises : rien n’est à corriger.",
    "All your answers were taken: there is nothing to correct.",
  ),
} as const;
