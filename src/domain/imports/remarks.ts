import { importMessages } from "../messages/imports";
import { implausiblePopulations, type OfficialLookup } from "../population";
import type { Draft } from "../records/project";
import type { Admitted } from "./admit";
import { projectName } from "./keys";
import { groupKey, type KnownRow } from "./tables";
import type { PlannedAnomaly, PlannedRow, StudySnapshot } from "./types";

/** What is taken, but a person should look at: seen only when all files and the base are put together. */
export function remarksOn(
  snapshot: StudySnapshot,
  files: readonly Admitted[],
  rows: readonly PlannedRow[],
  known: readonly KnownRow[],
  official?: OfficialLookup,
): PlannedAnomaly[] {
  const taken = files.filter(({ status }) => status === "new");
  return [
    ...absentYetDeclared(snapshot, taken, rows, known),
    ...populations(snapshot, taken, rows, official),
  ];
}

/** Everything that stands in a table once the import is done. */
function standing(table: PlannedRow["table"], rows: readonly PlannedRow[], known: readonly KnownRow[]) {
  const planned = rows.filter((row) => row.table === table);
  const replaced = new Set(planned.flatMap(({ at }) => (at === null ? [] : [at])));
  const kept = known.filter((row) => row.table === table && !replaced.has(row.at));
  return [
    ...planned.map(({ edition, territory, after, files }) => ({ edition, territory, row: after, files })),
    ...kept.map(({ edition, territory, row }) => ({
      edition,
      territory,
      row,
      files: [] as readonly string[],
    })),
  ];
}

const remark = (code: string, { returned, territory }: Admitted) =>
  ({
    code,
    severity: "warning",
    file: returned.questionnaire.file,
    place: {},
    digest: returned.digest,
    territory,
  }) as const;

/** One department says the city has no such project, another one declares it. */
function absentYetDeclared(
  { codebook }: StudySnapshot,
  files: readonly Admitted[],
  rows: readonly PlannedRow[],
  known: readonly KnownRow[],
): PlannedAnomaly[] {
  const declared = new Map<string, Draft>();
  for (const { edition, territory, row } of standing("projects", rows, known)) {
    if (typeof row.domain !== "number") continue;
    const { key } = projectName(codebook, row.domain, String(row.project ?? ""));
    declared.set(groupKey("projects", edition, territory, key), row);
  }
  return files.flatMap((file) =>
    file.returned.questionnaire.absentProjects.flatMap(
      ({ domain, project, listed, place }): PlannedAnomaly[] => {
        const name = projectName(codebook, domain, project, listed);
        const row = declared.get(groupKey("projects", file.edition, file.territory, name.key));
        if (!row) return [];
        const label = codebook.findListedProject(name.text, domain)?.label ?? {
          fr: name.text,
          en: name.text,
        };
        const words = importMessages.absentYetDeclared({ project: label, file: String(row.source ?? "") });
        return [{ ...remark("absentYetDeclared", file), place, value: name.text, ...words }];
      },
    ),
  );
}

function populations(
  { codebook, tables }: StudySnapshot,
  files: readonly Admitted[],
  rows: readonly PlannedRow[],
  official?: OfficialLookup,
): PlannedAnomaly[] {
  const after = new Map(
    rows.flatMap((row) => (row.table === "panel" && row.at !== null ? [[row.at, row.after]] : [])),
  );
  const commune = codebook.reader("type").read("Commune");
  const inhabited = tables.panel.map((before, at) => {
    const row = after.get(at) ?? before;
    return {
      code: String(row.code ?? ""),
      name: String(row.name ?? ""),
      parent: String(row.parent ?? ""),
      isGroup: typeof row.type === "number" && !(commune.kind === "code" && row.type === commune.code),
      population: typeof row.population === "number" ? row.population : null,
    };
  });
  return implausiblePopulations(inhabited, official).flatMap(
    ({ code, territory, found, reason, expected, action }): PlannedAnomaly[] => {
      const file = files.find((candidate) => candidate.territory === territory);
      if (!file) return [];
      const place = file.returned.questionnaire.fiche.population?.place ?? {};
      const field = codebook.field("panel", "population").label;
      return [{ ...remark(code, file), place, field, value: found, reason, expected, action }];
    },
  );
}
