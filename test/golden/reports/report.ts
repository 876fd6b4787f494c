import type { Report } from "../../../src/domain/reports/model";

/** A report with every kind of chart, figure and text; its workbook is read by LibreOffice (make.sh). */
export const goldenReport: Report = {
  language: "fr",
  title: "Chambéry & environs",
  subtitle: "Baromètre 2014 – rapport du territoire",
  fileTitle: "Rapport 2014 - 73065 Chambéry",
  made: "2014-04-01",
  sections: [
    {
      id: "position",
      title: "Position parmi les pairs",
      text: ["=1+1 reste un texte.", "+33 6 00 00 00 00", "@mention", "-3 aussi"],
      tables: [
        {
          title: "Chaque indicateur et les pairs",
          header: ["Indicateur", "Chambéry", "Médiane des pairs", "Percentile", "Pairs"],
          rows: [
            ["Maturité", 2.21, 2.1, 0.625, 27],
            ['=HYPERLINK("http://exemple.fr")', null, 2.5, null, 24],
            ["Indice global", 54.3, 53.1, 0.4, 27],
          ],
          formats: ["text", "mean", "mean", "share", "count"],
          base: "Pairs ayant répondu : 27 au plus.",
          sentence: "Au-dessus de la moitié des pairs : maturité.",
          chart: {
            type: "bar",
            title: "Part des pairs que le territoire dépasse",
            label: 0,
            series: [3],
            rows: 3,
          },
        },
        {
          title: "États par domaine",
          header: ["Domaine", "Étude", "En cours", "Réalisé"],
          rows: [
            ["Éducation", 2, 3, 5],
            ["Énergie / Eau / Déchets", 4, 4, 2],
          ],
          formats: ["text", "count", "count", "count"],
          base: "",
          chart: {
            type: "stacked",
            ordered: true,
            title: "État des projets",
            label: 0,
            series: [1, 2, 3],
            rows: 2,
          },
        },
        {
          title: "Mesure et moyens",
          header: ["Territoire", "Mesure", "Moyens"],
          rows: [
            ["A", 1, 2],
            ["B", 2, 2.5],
            ["C", 3, 3.1],
          ],
          formats: ["text", "mean", "mean"],
          base: "",
          chart: { type: "points", title: "Mesure et moyens", label: 0, series: [1, 2], rows: 3 },
        },
        {
          title: "Participants",
          header: ["Édition", "Territoires"],
          rows: [
            ["2013", 22],
            ["2014", 37],
          ],
          formats: ["text", "count"],
          base: "",
          chart: { type: "column", title: "Participants", label: 0, series: [1], rows: 2 },
        },
      ],
    },
  ],
};
