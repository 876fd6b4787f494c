import { responseByGroup, type Response } from "../indicators/response";
import { closingDateOf } from "../imports/admit";
import { sourcesIn, sourceText } from "../imports/source";
import type { StudySnapshot } from "../imports/types";
import type { Localized } from "../language";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { isBlank } from "../values/answer";
import { completenessOf, completenessShare, inclusionCode, type Completeness } from "./sections";

/** Where one territory of the panel stands. Days are ISO dates, blank when unknown. */
export interface BoardRow {
  readonly code: string;
  readonly territory: string;
  readonly type: Localized;
  readonly region: Localized;
  readonly sizeClass: Localized;
  readonly contacted: boolean;
  readonly declined: boolean;
  readonly sent: string;
  readonly reminded: string;
  readonly returned: string;
  /** It has answered: a day of return, the status, or answers in the edition. */
  readonly hasReturned: boolean;
  /** Its first file came in after the closing date, or all of its rows are marked late. */
  readonly late: boolean;
  readonly completeness: Completeness;
  /** Null when it has not returned anything. */
  readonly share: number | null;
  readonly lastFile: string;
  /** Who filled the last file: personal data, for the screen only. */
  readonly by: string;
  /** Values put aside that wait for a correction. */
  readonly toCorrect: number;
}

export interface PanelBoard {
  readonly edition: string;
  readonly closing: string | null;
  readonly rows: readonly BoardRow[];
  readonly response: Response;
}

const CONTACT = {
  contacted: "Contacté",
  sent: "Questionnaire envoyé",
  reminded: "Relancé",
  returned: "Reçu",
  declined: "Refus",
};

/** Where every territory of the panel stands in the study's edition. O(rows of all tables). */
export function panelBoard(snapshot: StudySnapshot): PanelBoard {
  const { codebook, editionId, tables } = snapshot;
  const closing = closingDateOf(snapshot, editionId);
  const of = byTerritory(snapshot);
  const late = inclusionCode(codebook, "late");
  const contact = new Map(
    Object.entries(CONTACT).map(([name, label]) => {
      const answer = codebook.reader("contact").read(label);
      return [name, answer.kind === "code" ? answer.code : null];
    }),
  );
  const rows = tables.panel
    .filter(({ name }) => !isBlank(name))
    .map((row): BoardRow => {
      const territory = String(row.name).trim();
      const own = of(territory);
      const status = typeof row.contact === "number" ? row.contact : null;
      const is = (name: keyof typeof CONTACT) => status !== null && status === contact.get(name);
      const [sent, reminded, returned] = [row.sent, row.reminded, row.returned].map((day) =>
        isBlank(day) ? "" : String(day),
      );
      const answers = [...own.projects, ...own.motivations, ...own.actors];
      const hasReturned = returned !== "" || is("returned") || answers.length > 0;
      const completeness = completenessOf(codebook, { ...own, panel: row });
      const allLate =
        late !== null && answers.length > 0 && answers.every(({ inclusion }) => inclusion === late);
      const last = lastSource([...answers, ...own.respondents]);
      return {
        code: String(row.code ?? ""),
        territory,
        type: label(snapshot, "type", row.type),
        region: label(snapshot, "region", row.region),
        sizeClass: sizeLabel(snapshot, row),
        contacted: status !== null ? status >= (contact.get("contacted") ?? Infinity) : sent !== "",
        declined: is("declined"),
        sent,
        reminded,
        returned,
        hasReturned,
        late: hasReturned && (allLate || (closing !== null && returned > closing)),
        completeness,
        share: hasReturned ? completenessShare(completeness) : null,
        lastFile: last?.file ?? "",
        by: last ? peopleOf(own.respondents, sourceText(last)) : "",
        toCorrect: own.rejects,
      };
    });
  return { edition: editionId, closing, rows, response: total(rows) };
}

const total = (rows: readonly BoardRow[]): Response => ({
  returned: rows.filter(({ hasReturned }) => hasReturned).length,
  territories: rows.length,
});

/** Response of a part of the panel. */
export interface ResponseShare extends Response {
  readonly label: Localized;
}

/** Response by type, region or size class, in the order of the code book. */
export function responseBy(
  snapshot: StudySnapshot,
  { rows }: PanelBoard,
  dimension: "type" | "region" | "sizeClass",
): ResponseShare[] {
  const order = snapshot.codebook.list(dimension).codes.map((code) => code.label.fr);
  const labels = new Map(rows.map((row) => [row[dimension].fr, row[dimension]]));
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return responseByGroup(rows.map((row) => [row[dimension].fr, row.hasReturned] as const))
    .map(([name, response]) => ({ label: labels.get(name)!, ...response }))
    .sort((a, b) => place(a.label.fr) - place(b.label.fr));
}

/** Territories that have the questionnaire and have neither answered nor declined, the longest waiting first. */
export function toRemind({ rows }: PanelBoard): BoardRow[] {
  const since = ({ reminded, sent }: BoardRow) => reminded || sent;
  return rows
    .filter(
      (row) => !row.hasReturned && !row.declined && (row.sent !== "" || row.reminded !== "" || row.contacted),
    )
    .sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}

/** Territories with values put aside, the most of them first. */
export function toCorrect({ rows }: PanelBoard): BoardRow[] {
  return rows.filter(({ toCorrect: count }) => count > 0).sort((a, b) => b.toCorrect - a.toCorrect);
}

interface Own {
  readonly projects: Draft[];
  readonly motivations: Draft[];
  readonly actors: Draft[];
  readonly respondents: Draft[];
  rejects: number;
}

/** Rows of the edition by territory. */
function byTerritory({ tables, editionId }: StudySnapshot): (territory: string) => Own {
  const found = new Map<string, Own>();
  const own = (territory: unknown): Own => {
    const key = normalizeText(String(territory ?? ""));
    let rows = found.get(key);
    if (!rows)
      found.set(key, (rows = { projects: [], motivations: [], actors: [], respondents: [], rejects: 0 }));
    return rows;
  };
  for (const table of ["projects", "motivations", "actors", "respondents"] as const) {
    for (const row of tables[table])
      if (String(row.edition ?? "") === editionId) own(row.territory)[table].push(row);
  }
  for (const { rejectedTerritory } of tables.rejects)
    if (!isBlank(rejectedTerritory)) own(rejectedTerritory).rejects++;
  return own;
}

function label(
  { codebook }: StudySnapshot,
  id: "type" | "region",
  value: Draft[string] | undefined,
): Localized {
  const list = codebook.field("panel", id).list!;
  if (typeof value !== "number") return { fr: String(value ?? ""), en: String(value ?? "") };
  return { fr: codebook.label(list, value, "fr"), en: codebook.label(list, value, "en") };
}

function sizeLabel({ codebook }: StudySnapshot, { population }: Draft): Localized {
  const code =
    typeof population === "number" && population > 0 ? codebook.classOf("sizeClass", population) : undefined;
  return (code !== undefined && codebook.code("sizeClass", code)?.label) || { fr: "", en: "" };
}

function lastSource(rows: readonly Draft[]) {
  let last: ReturnType<typeof sourcesIn>[number] | undefined;
  for (const { source } of rows) {
    for (const found of sourcesIn(String(source ?? ""))) {
      if (found.received && found.received >= (last?.received ?? "")) last = found;
    }
  }
  return last;
}

const peopleOf = (respondents: readonly Draft[], source: string): string =>
  respondents
    .filter((row) => String(row.source ?? "") === source)
    .map(({ personName }) => String(personName ?? "").trim())
    .filter(Boolean)
    .join(", ");
