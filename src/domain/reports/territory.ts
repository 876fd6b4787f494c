import type { Base } from "../base/base";
import { TextColumn } from "../base/columns";
import type { Language, Localized } from "../language";
import type { Anomaly } from "../messages";
import { editionsAnswered, publishedTable, type Evaluate } from "../synthesis";
import { baseCell, rowsOfTerritory } from "./baseCells";
import {
  writeFigure,
  type FigureFormat,
  type Report,
  type ReportCell,
  type ReportSection,
  type ReportTable,
} from "./model";
import { day } from "./panel";
import { peerChoices, type PeerChoiceId } from "../indicators/peers";
import { withoutRareIdeas } from "./secrecy";
import { territoryPlan } from "./territoryPlan";

export interface TerritoryReportRequest {
  readonly base: Base;
  readonly evaluate: Evaluate;
  readonly language: Language;
  /** Name in the panel. */
  readonly territory: string;
  readonly peers: PeerChoiceId;
  /** What the last check of the workbook found; those of the territory are remarks of its report. */
  readonly anomalies: readonly Anomaly[];
  /** ISO date of today. */
  readonly made: string;
}

/** Fields of the profile, in order; people and their addresses are not among them. */
const PROFILE = ["code", "type", "parent", "region", "population", "sizeClass"] as const;
/** Fields of the list of projects. */
const PROJECT = ["domain", "project", "status", "measure", "means", "management", "decision"] as const;

const words = {
  profile: { fr: "Profil", en: "Profile" },
  identity: { fr: "Fiche d’identité", en: "Identity" },
  field: { fr: "Champ", en: "Field" },
  value: { fr: "Réponse", en: "Answer" },
  list: { fr: "Liste des projets", en: "List of projects" },
  remarks: { fr: "Remarques sur les réponses", en: "Remarks on the answers" },
  noRemark: {
    fr: "Aucune remarque : les réponses se lisent toutes.",
    en: "No remark: every answer can be read.",
  },
  where: { fr: "Où", en: "Where" },
  what: { fr: "Quoi", en: "What" },
} as const satisfies Record<string, Localized>;

/**
 * The report of one territory: who it is, its projects, where it stands among its peers, its domains, what changed,
 * ideas, remarks on its answers. Of others it tells only what is summed over enough of them: comparisons with too
 * few peers are hidden by the functions themselves.
 */
export function territoryReport(request: TerritoryReportRequest): Report {
  const { base, evaluate, language, territory, peers, made } = request;
  const { codebook } = base;
  const editions = editionsAnswered(codebook, evaluate);
  const shown = withoutRareIdeas(evaluate, codebook.edition.reliability.peers);
  const telling = { codebook, evaluate: shown, language };
  const group = peerChoices.find(({ id }) => id === peers)!;
  const parts = territoryPlan(codebook, territory, group, editions).map(
    ({ id, title, section, columns }): ReportSection => {
      const table = publishedTable(section, telling);
      return {
        id,
        title: title[language],
        text: [],
        tables: table ? [withFirstColumns(table, columns ?? table.header.length)] : [],
      };
    },
  );
  const withOwn = parts.map((part) => {
    if (part.id === "projects") return { ...part, tables: [...part.tables, ...projectList(request)] };
    if (part.id === "completeness") return { ...part, ...remarks(request) };
    return part;
  });
  const { edition } = codebook;
  const code = baseCell(base, "panel", "code", rowsOfTerritory(base, "panel", territory)[0] ?? -1, language);
  return {
    language,
    title: territory,
    subtitle: `${edition.label[language]} – ${language === "fr" ? `rapport du territoire, chiffres arrêtés au ${day(made, language)}` : `report of the territory, figures as of ${day(made, language)}`}`,
    fileTitle: `${language === "fr" ? "Rapport" : "Report"} ${edition.id} - ${code ?? ""} ${territory}`,
    made,
    sections: [profile(request), ...withOwn].filter(({ tables, text }) => tables.length || text.length),
  };
}

/** The first columns of a table, without those that are blank in every row. */
function withFirstColumns(table: ReportTable, count: number): ReportTable {
  const isKept = (column: number): boolean =>
    column < count && table.rows.some((row) => row[column] !== null);
  const kept = table.header.map((_, column) => column).filter(isKept);
  const { chart, ...words } = table;
  const series = chart?.series.map((column) => kept.indexOf(column)).filter((column) => column >= 0);
  return {
    ...words,
    header: kept.map((column) => table.header[column]),
    rows: table.rows.map((row) => kept.map((column) => row[column])),
    formats: kept.map((column) => table.formats[column]),
    ...(chart && series?.length === chart.series.length
      ? { chart: { ...chart, label: kept.indexOf(chart.label), series } }
      : {}),
  };
}

function profile({ base, language, territory }: TerritoryReportRequest): ReportSection {
  const { codebook } = base;
  const [row] = rowsOfTerritory(base, "panel", territory);
  const written = (id: string): ReportCell => {
    const value = baseCell(base, "panel", id, row, language);
    return typeof value === "number" ? writeFigure(value, "count", language) : value;
  };
  const known = codebook
    .table("panel")
    .fields.filter(({ id }) => (PROFILE as readonly string[]).includes(id));
  const answers = known.map(({ id, label }): ReportCell[] => [label[language], written(id)]);
  const rows = row === undefined ? [] : answers.filter(([, answer]) => answer !== null);
  return {
    id: "profile",
    title: words.profile[language],
    text: [],
    tables: rows.length
      ? [
          {
            title: words.identity[language],
            header: [words.field[language], words.value[language]],
            rows,
            formats: ["text", "text"],
            base: "",
          },
        ]
      : [],
  };
}

function projectList({ base, language, territory }: TerritoryReportRequest) {
  const fields = base.codebook
    .table("projects")
    .fields.filter(({ id }) => (PROJECT as readonly string[]).includes(id));
  const rows = rowsOfTerritory(base, "projects", territory).map((row) =>
    fields.map(({ id }) => baseCell(base, "projects", id, row, language)),
  );
  if (!rows.length) return [];
  const order = (a: ReportCell[], b: ReportCell[]): number =>
    String(a[0]).localeCompare(String(b[0]), language) || String(a[1]).localeCompare(String(b[1]), language);
  return [
    {
      title: words.list[language],
      header: fields.map(({ label }) => label[language]),
      rows: rows.sort(order),
      formats: fields.map((): FigureFormat => "text"),
      base: "",
    },
  ];
}

/** What the checks found in the territory's own rows. */
function remarks({
  base,
  language,
  territory,
  anomalies,
}: TerritoryReportRequest): Pick<ReportSection, "text"> {
  const name = (table: "panel" | "projects", row: number): string => {
    const column = base.tableOf(table).columns.get(table === "panel" ? "name" : "territory");
    return column instanceof TextColumn && row >= 0 && row < column.length
      ? column.text(column.ids[row])
      : "";
  };
  const own = anomalies.filter(
    ({ place: { table, row } }) =>
      (table === "panel" || table === "projects") && base.has(table) && name(table, row) === territory,
  );
  if (!own.length) return { text: [words.noRemark[language]] };
  return { text: own.map(({ message }) => message[language]) };
}
