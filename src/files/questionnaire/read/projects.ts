import type { Codebook, ListedProject } from "../../../domain/codebook";
import { projectFields } from "../../../domain/questionnaire/questions";
import type { ReadAnswer, ReturnedProject } from "../../../domain/questionnaire/returned";
import { normalizeText } from "../../../domain/text/normalize";
import { plainText, type CellAnswers } from "./cells";
import type { Located } from "./find";
import type { Remarks } from "./remarks";
import { blockRows, mergedCells, settleColumns, type BlockRow } from "./rows";

const TOTAL = /^(sous[- ]?total|totaux|total|somme|moyenne|nombre|sum|average)\b.{0,40}$/;

export interface ReadProjects {
  readonly projects: readonly ReturnedProject[];
  readonly absent: readonly ReturnedProject[];
  readonly missing: readonly string[];
}

/** Reads the rows of projects; each row says something, nothing, or why it cannot be taken. */
export function readProjects(
  located: Located,
  codebook: Codebook,
  cells: CellAnswers,
  remarks: Remarks,
): ReadProjects {
  const columns = settleColumns(located, remarks);
  const fields = projectFields(codebook).filter(({ id }) => columns.columns.has(id));
  const domainField = codebook.field("projects", "domain");
  const required = fields.find((field) => field.required && field.kind === "code");
  const merged = mergedCells(located, columns);
  const listed = ListedProjects.of(codebook);
  const projects: ReturnedProject[] = [];
  const absent: ReturnedProject[] = [];
  let hidden = 0;

  for (const row of blockRows(located, columns)) {
    if (isTotal(row, codebook)) {
      remarks.add(
        "totalRow",
        "info",
        row.place("project"),
        {},
        { value: row.text("domain") || row.text("project") },
      );
      continue;
    }
    const name = row.cell("project");
    const filled = fields.filter(({ id }) => row.cell(id));
    const found = name && listed.find(String(name.value), codeOf(row));
    if (!filled.length && (!name || found)) {
      if (!name && row.cell("domain") && codeOf(row) === undefined) note(row, "domain");
      continue;
    }
    if (!filled.length && !row.isInside && !row.cell("domain")) {
      note(row, "project");
      continue;
    }
    if (!name) {
      if (!row.isInside && filled.length === 1 && !row.cell("domain")) note(row, filled[0].id);
      else {
        const value = filled.map(({ id }) => row.text(id)).join(" | ");
        remarks.add(
          "projectWithoutName",
          "error",
          row.place("project"),
          {},
          { field: codebook.field("projects", "project").label, value },
        );
      }
      continue;
    }
    const domain = domainOf(row, found);
    if (domain === undefined) continue;
    const known = found && found.domain === domain ? found : undefined;
    const answers: Record<string, ReadAnswer> = {};
    for (const field of fields) {
      const at = columns.columns.get(field.id)!;
      if (!row.cell(field.id) && merged.has(`${row.row} ${at}`)) {
        remarks.add(
          "mergedAnswer",
          "error",
          row.place(field.id),
          { field: field.label },
          { field: field.label },
        );
        continue;
      }
      const answer = cells.read(field, row.cell(field.id), row.place(field.id));
      if (answer) answers[field.id] = answer;
    }
    if (row.isHidden) hidden++;
    if (!row.isInside)
      remarks.add("rowBelow", "warning", row.place("project"), {}, { value: String(name.value) });
    const project: ReturnedProject = {
      domain,
      project: known ? known.label.fr : plainText(name.value),
      ...(known ? { listed: known.id } : {}),
      place: row.place("project"),
      answers,
      ...(row.isHidden ? { hidden: true as const } : {}),
    };
    const status = required && answers[required.id];
    if (status?.value === "SO") {
      absent.push(project);
      if (
        Object.keys(answers).some(
          (id) => id !== required!.id && codebook.field("projects", id).kind !== "text",
        )
      ) {
        remarks.add("absentWithAnswers", "warning", project.place, { project: project.project });
      }
      continue;
    }
    if (required && !row.cell(required.id) && !merged.has(`${row.row} ${columns.columns.get(required.id)}`)) {
      const params = { project: project.project, field: required.label };
      remarks.add("statusMissing", "warning", row.place(required.id), params, { field: required.label });
    }
    projects.push(project);
  }
  if (hidden) remarks.add("hiddenAnswers", "warning", { sheet: located.sheet.name }, { rows: hidden });
  return { projects, absent, missing: columns.missing };

  function codeOf(row: BlockRow): number | undefined {
    const answer = codebook.reader(domainField.list!).read(row.cell("domain")?.value ?? mergedDomain(row));
    return answer.kind === "code" ? answer.code : undefined;
  }

  /** A domain merged over its rows stands in the first of them. */
  function mergedDomain(row: BlockRow): unknown {
    const at = columns.columns.get("domain");
    const first = at === undefined ? undefined : merged.get(`${row.row} ${at}`);
    return first && located.sheet.rows.get(first.row)?.get(first.column)?.value;
  }

  function domainOf(row: BlockRow, found: ListedProject | undefined): number | undefined {
    const code = codeOf(row);
    if (code !== undefined) return code;
    const project = row.text("project");
    const cell = row.cell("domain");
    if (!cell && found) {
      const { label } = codebook.code(domainField.list!, found.domain)!;
      remarks.add(
        "domainFromProject",
        "warning",
        row.place("domain"),
        { project, domain: label },
        { field: domainField.label },
      );
      return found.domain;
    }
    if (cell) cells.read(domainField, cell, row.place("domain"));
    remarks.add(
      "domainMissing",
      "error",
      row.place("project"),
      { project },
      { field: domainField.label, value: project },
    );
    return undefined;
  }

  function note(row: BlockRow, id: string): void {
    remarks.add("note", "info", row.place(id), {}, { value: row.text(id) });
  }
}

/** A row of totals is no project, whoever wrote it. */
function isTotal(row: BlockRow, codebook: Codebook): boolean {
  if (row.isTotals) return true;
  const domain = row.cell("domain")?.value;
  if (domain !== undefined) {
    const isDomain = codebook.reader(codebook.field("projects", "domain").list!).read(domain).kind === "code";
    return !isDomain && TOTAL.test(normalizeText(String(domain)));
  }
  return TOTAL.test(normalizeText(row.text("project")));
}

const REMEMBERED = 10_000;

/** Listed projects by their names in either language, or in both one above the other. */
class ListedProjects {
  private static readonly made = new WeakMap<Codebook, ListedProjects>();
  private readonly byName = new Map<string, ListedProject[]>();
  /** Names as questionnaires carry them: the same in every file. */
  private readonly memory = new Map<string, readonly ListedProject[]>();

  static of(codebook: Codebook): ListedProjects {
    let listed = ListedProjects.made.get(codebook);
    if (!listed) ListedProjects.made.set(codebook, (listed = new ListedProjects(codebook)));
    return listed;
  }

  private constructor(codebook: Codebook) {
    for (const project of codebook.edition.listedProjects) {
      const { fr, en } = project.label;
      for (const name of new Set(
        [fr, en, `${fr} ${en}`, `${fr} · ${en}`, `${fr} / ${en}`].map(normalizeText),
      )) {
        this.byName.set(name, [...(this.byName.get(name) ?? []), project]);
      }
    }
  }

  /** The project of this name, in its domain first; elsewhere only if there is but one. */
  find(name: string, domain: number | undefined): ListedProject | undefined {
    let found = this.memory.get(name);
    if (!found) {
      found = this.byName.get(normalizeText(name)) ?? [];
      if (found.length && this.memory.size < REMEMBERED) this.memory.set(name, found);
    }
    return found.find((project) => project.domain === domain) ?? (found.length === 1 ? found[0] : undefined);
  }
}
