import { importedDigests } from "../imports/questions";
import { digestTag, withSources } from "../imports/source";
import { wholeRow } from "../imports/tables";
import type { AnswerTable, PlannedAnomaly, RowChange, StudySnapshot } from "../imports/types";
import { olderBaseMessages } from "../messages/olderBase";
import type { Draft } from "../records/project";
import { AnswerMap } from "./answers";
import { SourceBooks } from "./books";
import { rememberedChoices } from "./changes";
import { settleColumns } from "./columns";
import { EditionMap } from "./editions";
import { baseTables } from "./headers";
import { MappingItems, outcomeOf } from "./items";
import { matchRows } from "./match";
import { fieldsSet, IdMaker, settleConflict } from "./merge";
import { olderPanel } from "./olderPanel";
import { readRow, type BaseRow, type RowContext } from "./readRow";
import { sheetIsTaken } from "./sheets";
import { TerritoryMap, type OfficialNames } from "./territories";
import type { BaseFile, BaseMapping, Choices, FoundBase, TableCounts } from "./types";

/** The mapping of a base, and what it would write once nothing is open. */
export interface BasePlan extends BaseMapping {
  readonly snapshot: StudySnapshot;
  readonly changes: readonly RowChange[];
  readonly file: BaseFile & { readonly name: string };
}

type Verdicts = Record<"added" | "changed" | "unchanged" | "conflicting" | "rejected", number>;
const none = (): Verdicts => ({ added: 0, changed: 0, unchanged: 0, conflicting: 0, rejected: 0 });

/**
 * What an older base means in the terms of the study: what each column, edition, territory and answer is taken
 * for, exactly where it says so, else as proposed until a person chooses, and what its rows would then add,
 * change and leave. Nothing is written; the same choices give the same plan. O(rows · fields).
 */
export function planBase(
  snapshot: StudySnapshot,
  base: FoundBase,
  file: BaseFile,
  choices: Choices,
  officialNames?: OfficialNames,
): BasePlan {
  const { codebook, editionId, language, tables } = snapshot;
  const name = base.file;
  const remarks: PlannedAnomaly[] = [];
  const rejects: PlannedAnomaly[] = [];
  const about = { file: name, digest: file.digest };
  const remark = (code: string, words: Pick<PlannedAnomaly, "reason" | "action">, sheet?: string) =>
    remarks.push({ code, severity: "info", ...about, place: { sheet }, territory: "", ...words });
  if (importedDigests(tables.journal).has(digestTag(file.digest))) {
    const nothing = { items: [], open: 0, tables: [], editions: [], rejects, remarks, changes: [] };
    return { ...none(), ...nothing, snapshot, file: { ...file, name }, again: true };
  }
  remarks.push(...base.remarks.map((each) => ({ ...each, digest: file.digest, territory: "" })));

  const items = new MappingItems(new Map([...rememberedChoices(tables.journal, file), ...choices]));
  const books = new SourceBooks(codebook, base);
  const older = olderPanel(codebook, books.of(base.edition), base);
  const territories = new TerritoryMap(
    codebook,
    language,
    tables.panel,
    older.territories,
    officialNames,
    items,
  );
  const answers = new Map<string | null, AnswerMap>();
  const context: RowContext = {
    codebook,
    editions: new EditionMap(books.known, editionId, base.edition, name, items),
    territories,
    answersOf: (edition) => {
      let map = answers.get(edition);
      if (!map)
        answers.set(edition, (map = new AnswerMap(codebook, books.of(edition), edition ?? editionId, items)));
      return map;
    },
    // No territory is asked to correct an edition that is over: it is named in words, not in the column.
    reject: ({ territory, reason, ...anomaly }) =>
      rejects.push({
        ...about,
        ...anomaly,
        territory: "",
        reason: territory ? { fr: `${territory} : ${reason.fr}`, en: `${territory}: ${reason.en}` } : reason,
      }),
  };
  const rows: BaseRow[] = [];
  let hidden = 0;
  for (const found of base.tables.filter(({ table }) => table !== "panel")) {
    const taken = sheetIsTaken(codebook, found, base.tables, items);
    if (!taken) {
      const words = olderBaseMessages.sheetAside({ count: found.rows.length });
      const facts = { place: { sheet: found.sheet }, territory: "" };
      if (taken === false)
        rejects.push({ code: "sheetAside", severity: "warning", ...about, ...facts, ...words });
      continue;
    }
    const settled = settleColumns(codebook, found, items);
    const place = (column: number) => ({
      sheet: found.sheet,
      cell: found.addressOf(found.headerRow, column),
    });
    for (const { column, header, count } of settled.aside) {
      const words = olderBaseMessages.columnAside({ count });
      const facts = { place: place(column), territory: "", value: header };
      rejects.push({ code: "columnAside", severity: "warning", ...about, ...facts, ...words });
    }
    if (settled.missing.length) {
      const words = olderBaseMessages.tableAside({
        fields: settled.missing.map(({ label }) => label),
        rows: found.rows.length,
      });
      const facts = { place: { sheet: found.sheet }, territory: "" };
      rejects.push({ code: "tableAside", severity: "error", ...about, ...facts, ...words });
      continue;
    }
    for (const row of found.rows) {
      const read = readRow(context, found, settled, row);
      if (read) rows.push(read);
      if (read && row.hidden) hidden++;
    }
  }

  const counts = new Map<AnswerTable, Verdicts>(baseTables.map((table) => [table, none()]));
  const editionRows = new Map<string, number>();
  const ready: BaseRow[] = [];
  for (const row of rows) {
    if (row.open) counts.get(row.table)!.conflicting++;
    else {
      ready.push(row);
      editionRows.set(row.edition, (editionRows.get(row.edition) ?? 0) + 1);
    }
  }
  const changes: RowChange[] = [];
  const added = territories.added;
  for (const draft of added)
    changes.push({ kind: "insert", table: "panel", row: wholeRow(codebook, "panel", draft) });
  counts.get("panel")!.added = added.length;
  const source = { file: name, received: file.received, digest: file.digest, who: null, inBase: false };
  const maker = new IdMaker(tables.projects);
  for (const matched of matchRows(snapshot, ready)) {
    const own = counts.get(matched.row.table)!;
    const { row, verdict, known } = matched;
    if (verdict === "same") own.unchanged++;
    else if (verdict === "new") {
      own.added++;
      const values: Draft = {
        ...row.values,
        edition: row.edition,
        territory: row.territory,
        source: withSources(String(row.values.source ?? ""), [source]),
        ...(row.table === "projects" ? { id: maker.idFor(row.values.id, matched.key) } : {}),
      };
      changes.push({ kind: "insert", table: row.table, row: wholeRow(codebook, row.table, values) });
    } else {
      const outcome = verdict === "other" ? settleConflict(items, matched) : "keep";
      if (outcome === null) {
        own.conflicting++;
        continue;
      }
      const set = fieldsSet(codebook, matched, outcome === "take", context.reject);
      if (!Object.keys(set).length) {
        own.unchanged++;
        continue;
      }
      own.changed++;
      set.source = withSources(String(known!.row.source ?? ""), [source]);
      changes.push({ kind: "update", table: row.table, at: known!.at, before: known!.row, set });
    }
  }

  const names = new Set(rows.map(({ territory }) => territory));
  const lost = older.territories.filter((each) => added.some((draft) => draft.name === each.name));
  for (const { draft } of lost) {
    for (const { field, value, place } of older.lost.get(draft) ?? []) {
      const words = olderBaseMessages.notInStudy({ field });
      const facts = { place, territory: String(draft.name), field, value };
      context.reject({ code: "notInStudy", severity: "warning", ...facts, ...words });
    }
  }
  const unused = older.territories.filter((each) => !names.has(each.name)).length;
  if (added.length)
    remark("newTerritory", olderBaseMessages.newTerritory({ names: added.map((d) => String(d.name)) }));
  if (unused) remark("panelUnused", olderBaseMessages.panelUnused({ count: unused }));
  if (hidden) remark("hiddenRows", olderBaseMessages.hiddenRows({ count: hidden }));
  for (const edition of editionRows.keys()) {
    const theirs = new Set(
      books
        .of(edition)
        .list("domain")
        .codes.map(({ code }) => code),
    );
    const absent = codebook.list("domain").codes.filter(({ code }) => !theirs.has(code));
    const domains = absent.map(({ label }) => label);
    if (absent.length) remark("domainsAbsent", olderBaseMessages.domainsAbsent({ edition, domains }));
  }

  const all = items.all();
  const inTables = baseTables.flatMap((table): TableCounts[] => {
    const own = counts.get(table)!;
    const title = codebook.table(table).title;
    return Object.values(own).some(Boolean) ? [{ table, title, ...own }] : [];
  });
  const total = none();
  for (const each of inTables)
    for (const key of Object.keys(total) as (keyof Verdicts)[]) total[key] += each[key];
  return {
    ...total,
    rejected: rejects.length,
    items: all,
    open: all.filter((item) => outcomeOf(item) === null).length,
    tables: inTables,
    editions: [...editionRows].sort().map(([edition, count]) => ({ edition, rows: count })),
    rejects,
    remarks,
    again: false,
    snapshot,
    changes,
    file: { ...file, name },
  };
}
