/** The anonymised copy: what must not be in it, and what must. */
import { unzipSync } from "fflate";
import { anonymised, type AnonymousOptions, type StudyData } from "../../src/domain/exports";
import { Scrubber } from "../../src/domain/exports/scrub";
import type { Draft } from "../../src/domain/records/project";
import { anonymousWorkbook } from "../../src/files/exports";
import { readWorkbook } from "../../src/files/xlsx";
import { codebook2014 } from "../support/base";

const rowsOf = (table: Parameters<typeof codebook2014.table>[0], rows: readonly Draft[]): Draft[] =>
  rows.map((row) =>
    Object.fromEntries(codebook2014.table(table).fields.map(({ id }) => [id, row[id] ?? null])),
  );

const people = [
  ["Zoé Quesnel", "zoe.quesnel@example.org", "06 71 93 48 26"],
  ["ÉTIENNE LE GALL", "elegall@example.org", "+33 6 98 76 54 32"],
  ["Paris Dubreuil-Lambert", "p.d@example.org", ""],
] as const;
const leaks = [
  "Voir avec Zoe QUESNEL (zoe.quesnel@example.org, 06 71 93 48 26)",
  "M. le Gall Étienne, tél. +33698765432",
  "réunion Dubreuil le 3 mars, puis Lambert",
  "appeler 04.72.00.11.22 ou ecrire a autre.personne@ville-exemple.fr",
];
const study: StudyData = {
  codebook: codebook2014,
  editionId: "2014",
  tables: {
    panel: rowsOf("panel", [
      {
        code: "35238",
        name: "Rennes",
        type: 1,
        parent: "Rennes Métropole",
        region: 6,
        population: 209860,
        contact: 5,
      },
      { code: "243500139", name: "Rennes Métropole", type: 3, region: 6, population: 410000 },
      { code: "29019", name: "Brest", type: 1, region: 6, population: 139000, sent: "2014-01-10" },
    ]),
    projects: rowsOf("projects", [
      ...leaks.map((comment, i) => ({
        ...{ edition: "2014", territory: i % 2 ? "Rennes" : "brest", domain: 1 + i, status: 1 + (i % 3) },
        project: i ? `Portail de Rennes n° ${i}` : "Portail citoyen",
        means: i ? "NSP" : "Zoé Quesnel sait",
        comment,
        id: `id${i}`,
        source: "quesnel-rennes.xlsx · 2014-03-01",
      })),
      { edition: "2014", territory: "Ville hors panel", domain: 2, project: "Projet Quesnel", status: 3 },
    ]),
    motivations: rowsOf("motivations", [{ edition: "2014", territory: "Rennes", motivation: 1, rank: 1 }]),
    actors: rowsOf("actors", [{ edition: "2014", territory: "Brest", statement: 1, agreement: 4 }]),
    respondents: rowsOf(
      "respondents",
      people.map(([personName, email, phone]) => ({
        edition: "2014",
        territory: "Rennes",
        personName,
        email,
        phone,
        role: "DSI",
      })),
    ),
  },
};

function file(options: Partial<AnonymousOptions> = {}) {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const copy = anonymised(study, { codeTerritories: true, keepComments: true, random, ...options });
  const bytes = anonymousWorkbook(copy, {
    language: "fr",
    coded: options.codeTerritories ?? true,
    keptComments: options.keepComments ?? true,
    now: new Date("2014-05-06T17:18:19Z"),
    documentId: "0123",
  });
  const parts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
  return { copy, bytes, whole: parts.join("\n") };
}
const flat = (rows: ReadonlyMap<number, unknown>) =>
  JSON.stringify([...rows.values()], (_, value) => (value instanceof Map ? [...value.values()] : value));
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])(
  "coded territories %s, comments kept %s: nobody of the book is anywhere in the bytes",
  (codeTerritories, keepComments) => {
    const { whole, copy } = file({ codeTerritories, keepComments });
    const haystack = folded(whole);
    for (const [name, email, phone] of people) {
      expect(haystack).not.toContain(folded(name));
      expect(haystack).not.toContain(email);
      if (phone) expect(haystack.replace(/[\s.-]/g, "")).not.toContain(phone.replace(/\D/g, "").slice(-8));
    }
    expect(haystack).not.toMatch(/quesnel|gall\b|etienne|dubreuil|lambert|example|autre\.personne|04\.72/);
    expect(haystack).not.toMatch(/<f>|bvn\.[a-z]+\(/);
    // The time of the day would tell who worked when.
    expect(whole).not.toMatch(/17:18|T17/);
    expect(copy.facts).toMatchObject({ people: 3, comments: keepComments ? 0 : 4, dropped: 1 });
  },
);

test("coded territories are found in no text; the key alone says who they are", () => {
  const { whole, copy } = file();
  expect(folded(whole)).not.toMatch(/rennes|brest|35238|243500139|209860|hors panel/);
  expect(copy.key.map(({ name }) => name).sort()).toEqual([
    "Brest",
    "Rennes",
    "Rennes Métropole",
    "Ville hors panel",
  ]);
  const codes = new Map(copy.key.map(({ name, code }) => [name, code]));
  const { panel, projects } = copy.tables;
  expect(panel.map(({ name }) => name)).toEqual([...panel.map(({ name }) => name)].sort());
  const rennes = panel.find(({ name }) => name === codes.get("Rennes"))!;
  expect(rennes).toMatchObject({
    code: codes.get("Rennes"),
    parent: codes.get("Rennes Métropole"),
    population: null,
    sizeClass: codebook2014.classOf("sizeClass", 209860),
  });
  expect(projects.filter(({ territory }) => territory === codes.get("Brest"))).toHaveLength(2);
  expect(projects.map(({ project }) => project)).toContain(`Portail de ${codes.get("Rennes")} n° 1`);
  expect(projects.map(({ id }) => id)).toEqual(["P00001", "P00002", "P00003", "P00004", "P00005"]);
});

test("what is in it is the study: the reader finds tables, codes and answers", () => {
  const { bytes } = file({ codeTerritories: false, keepComments: false });
  const book = readWorkbook(bytes);
  const sheet = (name: string) => book.sheets.find((each) => each.name === name)!;
  expect(book.sheets.map(({ name }) => name)).toEqual([
    ...[
      "Lisez-moi",
      "Codes",
      "Panel",
      "Projets",
      "Motivations",
      "Acteurs",
      "Répondants",
      "Rejets",
      "Journal",
    ],
  ]);
  const cells = flat(sheet("Projets").rows);
  expect(cells).toContain("3 – Réalisé");
  expect(cells).toContain("NSP");
  expect(cells).not.toContain("Voir avec");
  expect(flat(sheet("Panel").rows)).toContain("209860");
});

test("words go whole, whatever their case and accents, the longest first", () => {
  const scrubber = new Scrubber();
  scrubber.add("Lyon", "T002");
  scrubber.add("Grand Lyon", "T001");
  scrubber.add("Anne");
  expect(scrubber.scrub("GRAND LYON et lyon, lyonnais ; Ânne, Annecy, l’Anne")).toBe(
    "T001 et T002, lyonnais ; […], Annecy, l’[…]",
  );
  expect(scrubber.changed).toBe(1);
  expect(scrubber.scrub("Œuvre 🚲 sans rien")).toBe("Œuvre 🚲 sans rien");
});
