import type { Language, Localized } from "../language";
import { both, counted } from "./define";

const formulas = (n: number, language: Language) =>
  counted(n, ["formule", "formules"], ["formula", "formulas"])[language];

/** What freezing, thawing and entering formulas again says. */
export const freezingMessages = {
  freezing: (_: object): Localized => ({ fr: "Formules en valeurs…", en: "Formulas to values…" }),
  thawing: (_: object): Localized => ({ fr: "Retour des formules…", en: "Formulas coming back…" }),
  reentering: (_: object): Localized => ({
    fr: "Formules saisies de nouveau…",
    en: "Entering formulas again…",
  }),
  findingFormulas: (_: object): Localized => ({ fr: "Recherche des formules…", en: "Looking for formulas…" }),
  readingToExport: (_: object): Localized => ({ fr: "Lecture des tableaux…", en: "Reading the tables…" }),
  formulasFrozen: (p: { frozen: number; left: readonly string[] }): Localized =>
    both((l) => {
      const left = p.left.slice(0, 5).join(", ") + (p.left.length > 5 ? "…" : "");
      const rest = p.left.length
        ? l === "fr"
          ? ` ${formulas(p.left.length, l)} sans valeur à garder pour l’instant : ${left}. Attendez le résultat, ou « Réparer les formules ».`
          : ` ${formulas(p.left.length, l)} without a value to keep yet: ${left}. Wait for the result, or “Repair formulas”.`
        : "";
      return l === "fr"
        ? `Figé : ${formulas(p.frozen, l)} BVN en valeurs. « Dégeler » les remet.${rest}`
        : `Frozen: ${formulas(p.frozen, l)} of BVN made values. “Thaw” puts them back.${rest}`;
    }),
  nothingToFreeze: (p: { left: number }): Localized =>
    both((l) =>
      p.left
        ? l === "fr"
          ? `${formulas(p.left, l)} BVN sans valeur à garder (#NOM? ou calcul en cours) : rien n’a été figé. Essayez « Réparer les formules ».`
          : `${formulas(p.left, l)} of BVN without a value to keep (#NAME? or still computing): nothing was frozen. Try “Repair formulas”.`
        : l === "fr"
          ? "Aucune formule BVN ici : il n’y a rien à figer."
          : "No BVN formula here: there is nothing to freeze.",
    ),
  formulasThawed: (p: { thawed: number; changed: number; lost: readonly string[] }): Localized =>
    both((l) => {
      const parts =
        l === "fr"
          ? [
              `Dégelé : ${formulas(p.thawed, l)} de retour.`,
              p.changed && `${formulas(p.changed, l)} sans retour : valeurs modifiées depuis.`,
              p.lost.length && `Cellules supprimées, formules abandonnées : ${p.lost.join(" ; ")}.`,
            ]
          : [
              `Thawed: ${formulas(p.thawed, l)} back.`,
              p.changed && `${formulas(p.changed, l)} left: values changed since.`,
              p.lost.length && `Cells deleted, formulas given up: ${p.lost.join("; ")}.`,
            ];
      return parts.filter(Boolean).join(" ");
    }),
  nothingToThaw: (_: object): Localized => ({
    fr: "Aucune formule n’est figée dans ce classeur.",
    en: "No formula is frozen in this workbook.",
  }),
  thawChanged: (p: { count: number }): Localized => ({
    fr: `${formulas(p.count, "fr")} sans retour : valeurs modifiées depuis. « Dégeler » permet de les remettre quand même.`,
    en: `${formulas(p.count, "en")} left: values changed since. “Thaw” can put them back all the same.`,
  }),
  formulasReentered: (p: { entered: number; stuck: number }): Localized =>
    both((l) => {
      const rest = p.stuck
        ? l === "fr"
          ? ` ${formulas(p.stuck, l)} montrent encore #NOM? : attendez que le complément soit chargé, puis recommencez.`
          : ` ${formulas(p.stuck, l)} still show #NAME?: wait until the add-in is loaded, then try again.`
        : "";
      return l === "fr"
        ? `Saisi de nouveau : ${formulas(p.entered, l)}.${rest}`
        : `Entered again: ${formulas(p.entered, l)}.${rest}`;
    }),
  nothingStuck: (_: object): Localized => ({
    fr: "Aucune formule BVN n’est bloquée à #NOM?.",
    en: "No BVN formula is stuck at #NAME?.",
  }),
  freezeHalfDone: (p: { why: Localized }): Localized => ({
    fr: `${p.why.fr} Les cellules n’ont pas toutes pu être remises : lancez « Dégeler » (les formules sont gardées dans le classeur) ou annulez dans Excel.`,
    en: `${p.why.en} Not all cells could be put back: run “Thaw” (the formulas are kept in the workbook) or undo in Excel.`,
  }),
  exportStopped: (_: object): Localized => ({
    fr: "Arrêté ; aucun fichier n’a été fait.",
    en: "Stopped; no file was made.",
  }),
  hiddenSheet: (p: { sheet: string }): Localized => ({
    fr: `La feuille « ${p.sheet} » est masquée. Affichez-la (clic droit sur un onglet › Afficher), puis recommencez.`,
    en: `The sheet “${p.sheet}” is hidden. Show it (right-click a tab › Unhide), then try again.`,
  }),
};
