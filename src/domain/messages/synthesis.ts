import type { Localized } from "../language";
import { both, listed, quoted } from "./define";

/** Words on the sheet of the synthesis. */
export const synthesisWords = {
  title: (edition: Localized): Localized => ({
    fr: `Synthèse : ${edition.fr}`,
    en: `Synthesis: ${edition.en}`,
  }),
  live: {
    fr: "Les tableaux, les graphiques et les phrases suivent la base. Vos propres cellules et graphiques restent quand la synthèse est reconstruite.",
    en: "Tables, charts and sentences follow the base. Your own cells and charts stay when the synthesis is rebuilt.",
  },
  made: (when: string): Localized => ({
    fr: `Mise en page du ${when}. Reconstruire : ruban BVN › Synthèse.`,
    en: `Laid out on ${when}. To rebuild: BVN ribbon › Synthesis.`,
  }),
} as const;

/** Words around the map on the sheet of the synthesis. */
export const mapWords = {
  title: { fr: "Carte des territoires ayant répondu", en: "Map of the territories that answered" },
  colours: (indicator: Localized): Localized => ({
    fr: `Couleur d’un département : moyenne de ses territoires, ${quoted(indicator.fr, "fr")}.`,
    en: `Colour of a department: mean of its territories, ${quoted(indicator.en, "en")}.`,
  }),
  nobody: { fr: "Aucun territoire n’a encore répondu.", en: "No territory has answered yet." },
  made: (when: string): Localized => ({
    fr: `Image du ${when} : elle ne suit pas la base, reconstruire la synthèse la renouvelle. Indicateur : volet BVN › Résultats › Synthèse.`,
    en: `Picture of ${when}: it does not follow the base, rebuilding the synthesis renews it. Indicator: BVN pane › Results › Synthesis.`,
  }),
} as const;

/** Words on the sheet of one territory. */
export const ficheWords = {
  title: (edition: Localized): Localized => ({
    fr: `Fiche d’un territoire : ${edition.fr}`,
    en: `Sheet of a territory: ${edition.en}`,
  }),
  live: {
    fr: "Choisissez le territoire et ses pairs dans les cases jaunes : tableaux, graphiques et phrases suivent.",
    en: "Choose the territory and its peers in the yellow cells: tables, charts and sentences follow.",
  },
  territory: { fr: "Territoire", en: "Territory" },
  peers: { fr: "Comparer à", en: "Compare with" },
  chooseOther: {
    fr: "Un autre territoire se choisit dans sa case jaune.",
    en: "Another territory is chosen in its yellow cell.",
  },
  noSuchTerritory: {
    fr: "Le panel n’a pas de territoire de ce nom : choisissez dans la liste de la case jaune.",
    en: "The panel has no territory of this name: choose from the yellow cell’s list.",
  },
  noSuchPeers: {
    fr: "« Comparer à » : choisissez dans la liste de la case jaune.",
    en: "“Compare with”: choose from the yellow cell’s list.",
  },
} as const;

const NOTHING_CHANGED = { fr: "Rien n’a été modifié.", en: "Nothing was changed." };

/** What was built, and titles of the sections that were left as people have them. */
export interface Built {
  readonly sheet: string;
  readonly sections: number;
  readonly charts: number;
  readonly edited: readonly string[];
  readonly removed: readonly string[];
  readonly withoutChart: readonly string[];
  readonly moved: readonly string[];
  /** The map could not be drawn; the one that stands is kept. */
  readonly withoutMap: boolean;
}

const built = (p: Built, hint?: Localized): Localized =>
  both((l) => {
    const fr = l === "fr";
    const list = (ids: readonly string[]) =>
      listed(
        ids.map((id) => quoted(id, l)),
        4,
      );
    const parts = [
      fr
        ? `Feuille ${quoted(p.sheet, l)} à jour : ${p.sections} tableaux, ${p.charts} graphiques.`
        : `Sheet ${quoted(p.sheet, l)} up to date: ${p.sections} tables, ${p.charts} charts.`,
      hint?.[l],
      p.edited.length &&
        (fr
          ? `Gardé comme vous l’avez changé : ${list(p.edited)}.`
          : `Kept as you changed it: ${list(p.edited)}.`),
      p.removed.length &&
        (fr
          ? `Sections que vous aviez supprimées, non remises : ${list(p.removed)}.`
          : `Sections you had deleted, not put back: ${list(p.removed)}.`),
      p.withoutChart.length &&
        (fr
          ? `Graphiques que vous aviez supprimés, non remis : ${list(p.withoutChart)}.`
          : `Charts you had deleted, not put back: ${list(p.withoutChart)}.`),
      p.moved.length &&
        (fr
          ? `Placé en bas, faute de place à cause de vos ajouts : ${list(p.moved)}.`
          : `Put at the end, for want of room beside what you added: ${list(p.moved)}.`),
      p.withoutMap &&
        (fr
          ? "La carte n’a pas pu être dessinée ici ; celle d’avant, s’il y en a une, reste. Reconstruisez avec le volet ouvert."
          : "The map could not be drawn here; the one before, if there is one, stays. Rebuild with the pane open."),
      (p.edited.length || p.removed.length || p.withoutChart.length) &&
        (fr
          ? "Volet BVN › Résultats › Synthèse › Tout remettre les rétablit."
          : "BVN pane › Results › Synthesis › Put everything back restores them."),
    ];
    return parts.filter(Boolean).join(" ");
  });

const shifted =
  (fr: string, en: string) =>
  (p: { sheet: string }): Localized => ({
    fr: `Des colonnes ont été insérées à gauche de ${fr} dans la feuille ${quoted(p.sheet, "fr")}. Retirez-les ; ou mettez ailleurs ce que vous y avez ajouté et supprimez la feuille, qui sera refaite. ${NOTHING_CHANGED.fr}`,
    en: `Columns were inserted left of ${en} on sheet ${quoted(p.sheet, "en")}. Remove them; or move what you added elsewhere and delete the sheet, which will be made again. ${NOTHING_CHANGED.en}`,
  });

const failed =
  (fr: string, en: string) =>
  (p: { why: Localized }): Localized => ({
    fr: `${fr} n’a pas pu être construite ; le classeur est comme avant. Cause : ${p.why.fr}`,
    en: `${en} could not be built; the workbook is as before. Cause: ${p.why.en}`,
  });

const halfDone =
  (fr: string, en: string) =>
  (p: { why: Localized }): Localized => ({
    fr: `La construction de ${fr} s’est arrêtée et une partie reste en place. Relancez-la : elle reprend ce qui est d’elle. Cause : ${p.why.fr}`,
    en: `Building ${en} stopped and a part is still in place. Run it again: it takes up what is its own. Cause: ${p.why.en}`,
  });

/** What building the synthesis, or the sheet of a territory, tells. */
export const synthesisMessages = {
  buildingSynthesis: (_: object): Localized => ({
    fr: "Construction de la synthèse…",
    en: "Building the synthesis…",
  }),
  synthesisBuilt: (p: Built): Localized => built(p),
  synthesisShifted: shifted("la synthèse", "the synthesis"),
  synthesisFailed: failed("La synthèse", "The synthesis"),
  synthesisHalfDone: halfDone("la synthèse", "the synthesis"),
  buildingFiche: (_: object): Localized => ({
    fr: "Construction de la fiche du territoire…",
    en: "Building the territory’s sheet…",
  }),
  noTerritory: (_: object): Localized => ({
    fr: `Le panel est vide : ajoutez un territoire dans la feuille Panel, puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `The panel is empty: add a territory on sheet Panel, then try again. ${NOTHING_CHANGED.en}`,
  }),
  ficheBuilt: (p: Built): Localized => built(p, ficheWords.chooseOther),
  ficheShifted: shifted("la fiche", "the territory’s sheet"),
  ficheFailed: failed("La fiche", "The territory’s sheet"),
  ficheHalfDone: halfDone("la fiche", "the territory’s sheet"),
} as const;
