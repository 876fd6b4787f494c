import { anomaly, type Anomaly } from "../messages";
import { normalizeText } from "../text/normalize";
import { AnswerReader, isBlank } from "../values/answer";
import { Codebook } from "./codebook";
import type { Code, CodeList, Edition, Field, ListedProject } from "./types";

/** One row of the workbook's `Codes` table, in the order of its fields. */
export type CodesTableRow = readonly [
  fieldName: unknown,
  codeValue: unknown,
  labelFr: unknown,
  labelEn: unknown,
  domain: unknown,
  active: unknown,
];

/** The field whose header names a list in the `Codes` table: the first one that uses it. */
function namingFields(edition: Edition): Map<string, Field> {
  const naming = new Map<string, Field>();
  for (const table of [edition.tables.projects, ...Object.values(edition.tables)]) {
    for (const field of table.fields)
      if (field.list && !naming.has(field.list)) naming.set(field.list, field);
  }
  return naming;
}

/** The rows of a fresh `Codes` table: the whole code book, so that the workbook carries it. */
export function codesTableRows(codebook: Codebook): CodesTableRow[] {
  const { edition } = codebook;
  const yes = codebook.label("yesNo", 1, "fr");
  const no = codebook.label("yesNo", 2, "fr");
  const activity = (active?: boolean) => (active === false ? no : yes);
  const rows: CodesTableRow[] = [];
  for (const [listId, field] of namingFields(edition)) {
    for (const { code, label, active } of codebook.list(listId).codes) {
      rows.push([field.label.fr, code, label.fr, label.en, "", activity(active)]);
    }
  }
  const project = codebook.field("projects", "project").label.fr;
  for (const { id, domain, label, active } of edition.listedProjects) {
    rows.push([project, id, label.fr, label.en, codebook.display("domain", domain, "fr"), activity(active)]);
  }
  return rows;
}

/** Every name a person may give a list in the `Codes` table → its id. */
function listNames(edition: Edition): Map<string, string> {
  const names = new Map<string, string>();
  const learn = (listId: string, texts: readonly string[]) => {
    for (const text of texts) {
      const key = normalizeText(text);
      if (!names.has(key)) names.set(key, listId);
    }
  };
  const namesOf = (field: Field) => [field.id, field.label.fr, field.label.en, ...(field.aliases ?? [])];
  for (const [listId, field] of namingFields(edition)) learn(listId, [...namesOf(field), listId]);
  for (const table of Object.values(edition.tables)) {
    for (const field of table.fields) if (field.list) learn(field.list, namesOf(field));
  }
  return names;
}

interface Extension {
  readonly codebook: Codebook;
  readonly anomalies: readonly Anomaly[];
}

/**
 * The code book a workbook carries: its edition, changed by the rows of its `Codes` table. A team may
 * relabel, add or deactivate codes and listed projects; a name in column "Champ" that no field has starts a
 * new list, and a new column of the projects. Rows that cannot be understood are reported, never guessed.
 */
export function codebookFromCodes(edition: Edition, rows: readonly CodesTableRow[]): Extension {
  const shipped = new Codebook(edition);
  const anomalies: Anomaly[] = [];
  const lists: Record<string, CodeList> = { ...edition.lists };
  const newFields: Field[] = [];
  const projects = new Map<string, ListedProject>(edition.listedProjects.map((p) => [p.id, p]));
  const seen = new Set<string>();
  const projectField = shipped.field("projects", "project");
  const projectNames = [projectField.label.fr, projectField.label.en, projectField.id].map(normalizeText);
  const listByName = listNames(edition);
  /** Projects wait until the lists are complete: their domain may be a new or relabelled one. */
  const projectRows: (() => void)[] = [];

  rows.forEach((row, index) => {
    const [name, codeValue, fr, en, domain, activeValue] = row;
    if (row.every(isBlank)) return;
    const incomplete = (fieldId: string) =>
      anomalies.push(
        anomaly(
          "codesRowIncomplete",
          "error",
          { table: "codes", row: index, field: fieldId },
          { missing: shipped.field("codes", fieldId).label },
        ),
      );
    if (isBlank(name)) return void incomplete("fieldName");
    if (isBlank(fr)) return void incomplete("labelFr");
    const label = { fr: String(fr).trim(), en: isBlank(en) ? String(fr).trim() : String(en).trim() };
    const activity = shipped.reader("yesNo").read(activeValue);
    if (activity.kind === "invalid") return void incomplete("active");
    const active = !(activity.kind === "code" && activity.code === 2);
    const fieldKey = normalizeText(String(name));

    if (projectNames.includes(fieldKey)) {
      projectRows.push(() => {
        const answer = new AnswerReader(lists.domain).read(domain);
        if (answer.kind !== "code") return void incomplete("codeDomain");
        const id = isBlank(codeValue) ? identifier(label.en, "-") : String(codeValue).trim();
        if (seen.has(`project ${id}`)) return duplicate(index, projectField.label.fr, id);
        seen.add(`project ${id}`);
        projects.set(id, { id, domain: answer.code, label, active });
      });
      return;
    }

    const code = typeof codeValue === "boolean" ? NaN : Number(codeValue);
    if (!Number.isInteger(code) || code < 1 || code > MAX_CODE) return void incomplete("codeValue");
    let listId = listByName.get(fieldKey);
    if (!listId) {
      const header = String(name).trim();
      // A column that holds no codes cannot be given any.
      if (shipped.findField(header, ["projects"])) return void incomplete("fieldName");
      listId = identifier(header, "_");
      while (Object.hasOwn(lists, listId)) listId += "_";
      listByName.set(fieldKey, listId);
      lists[listId] = { display: "codeLabel", codes: [] };
      newFields.push({
        id: listId,
        kind: "code",
        list: listId,
        label: { fr: header, en: header },
        width: 24,
      });
    }
    if (seen.has(`${listId} ${code}`)) return duplicate(index, String(name), code);
    seen.add(`${listId} ${code}`);
    lists[listId] = withCode(lists[listId], code, { label, active });
  });
  for (const addProject of projectRows) addProject();
  anomalies.sort((a, b) => a.place.row - b.place.row);

  function duplicate(row: number, field: string, code: number | string): void {
    anomalies.push(
      anomaly("codesDuplicate", "error", { table: "codes", row, field: "codeValue" }, { field, code }),
    );
  }

  const projectsTable = edition.tables.projects;
  const beforeComment = projectsTable.fields.findIndex(({ id }) => id === "comment");
  const fields = [...projectsTable.fields];
  fields.splice(beforeComment, 0, ...newFields);
  const changed: Edition = {
    ...edition,
    lists,
    listedProjects: [...projects.values()],
    tables: { ...edition.tables, projects: { ...projectsTable, fields } },
  };
  return { codebook: new Codebook(changed), anomalies };
}

/** A name made fit for an id; letters of any script are kept. */
function identifier(name: string, gap: string): string {
  return normalizeText(name).replace(/[^\p{L}\p{N}]+/gu, gap);
}

/** Codes are kept in one byte a row by the base, which needs the last values for its own marks. */
export const MAX_CODE = 240;

/** The list with one code added, or relabelled: its former labels stay readable. */
function withCode(list: CodeList, code: number, change: Pick<Code, "label" | "active">): CodeList {
  const former = list.codes.find((candidate) => candidate.code === code);
  if (!former) {
    return { ...list, codes: [...list.codes, { code, ...change }].sort((a, b) => a.code - b.code) };
  }
  if (former.label.fr === change.label.fr && former.label.en === change.label.en)
    return replaced(list, former, { ...former, active: change.active });
  const aliases = new Set([...(former.aliases ?? []), former.label.fr, former.label.en]);
  return replaced(list, former, { ...former, ...change, aliases: [...aliases] });
}

function replaced(list: CodeList, former: Code, next: Code): CodeList {
  return { ...list, codes: list.codes.map((candidate) => (candidate === former ? next : candidate)) };
}
