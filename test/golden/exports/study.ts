/** The study that the golden exports are made of: few rows, every kind of answer, every text that hurts. */
import { Codebook, editionById } from "../../../src/domain/codebook";
import { datasetOf, type Dataset, type StudyData } from "../../../src/domain/exports";
import type { Draft } from "../../../src/domain/records/project";

export const codebook = new Codebook(editionById("2014"));

const rowsOf = (table: Parameters<Codebook["table"]>[0], rows: readonly Draft[]): Draft[] =>
  rows.map((row) => Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, row[id] ?? null])));

/** Texts that spreadsheets, CSV readers or SPSS could take for something else. */
export const hostileTexts = [
  "=1+1",
  "+33 6 12 34 56 78",
  "-",
  "@SOMME(A1:A9)",
  "'=déjà protégé",
  "wifi ;=cmd|' /C calc'!A0;",
  'dit « "bonjour" », puis ; et,',
  "deux\nlignes\r\net\tune tabulation",
  "emoji 🚲 et \u202fespaces\u00a0fines ",
  "moitié \ud83d de caractère",
  "<img src=x onerror=alert(1)>",
  `120 caractères ${"é".repeat(105)}`,
  "NR",
  "007",
  "1e5",
  "3 mars",
] as const;

export const study: StudyData = {
  codebook,
  editionId: "2014",
  tables: {
    panel: rowsOf("panel", [
      { code: "01004", name: "Ambérieu-en-Bugey", type: 1, region: 22, population: 14204, contact: 5 },
      { code: "2A004", name: "Ajaccio", type: 1, region: 8, population: "140.000", returned: "2014-03-10" },
      {
        code: "69123",
        name: "Lyon",
        type: 1,
        parent: "Grand Lyon",
        region: "Rhône-Alpes",
        population: "NSP",
      },
      {
        code: "246900245",
        name: "Grand Lyon",
        type: 3,
        region: 22,
        population: "env. 1 300 000",
        sent: "hier",
      },
      { name: "Nom de cent vingt caractères ".repeat(5).slice(0, 120), type: 2, completeness: 0.8512 },
    ]),
    projects: [
      ...rowsOf(
        "projects",
        hostileTexts.map((comment, i) => ({
          edition: "2014",
          territory: i % 3 ? "Lyon" : "Ajaccio",
          domain: 1 + (i % 10),
          project: i % 2 ? comment : "Portail citoyen",
          status: 1 + (i % 3),
          measure: i % 4 ? 1 + (i % 4) : null,
          means: ["NR", "SO", "NSP", 2, "3 – Investissement lancé", "ne sait pas", "peut-être", null][i % 8],
          management: i % 5 || null,
          comment,
          id: `p${String(i).padStart(7, "0")}`,
          source: "saisie",
        })),
      ),
      // A blank row between others is no row.
      ...rowsOf("projects", [
        {},
        { edition: "2014", territory: "Lyon", domain: 2, project: "Capteurs", status: 3, id: "p0000099" },
      ]),
    ],
    motivations: rowsOf("motivations", [
      { edition: "2014", territory: "Lyon", motivation: 1, rank: 1 },
      { edition: "2014", territory: "Lyon", motivation: 2, rank: "NSP" },
      { edition: "2014", territory: "Lyon", motivation: 1, rank: 2, meaning: 4 },
    ]),
    actors: [],
    respondents: rowsOf("respondents", [
      {
        edition: "2014",
        territory: "Lyon",
        personName: "Zoé Quesnel",
        email: "zoe.quesnel@example.org",
        phone: "+33 6 00 00 00 01",
        respondentKind: 2,
      },
    ]),
  },
};

export const golden = (): Dataset => datasetOf(study, { language: "fr", personal: false });
export const goldenDay = new Date("2014-04-01T10:00:00Z");
