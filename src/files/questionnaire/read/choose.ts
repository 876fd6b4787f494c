import { questionOptions } from "../../../domain/messages/questionnaire";
import { questionnaireSheets, type BlockId } from "../../../domain/questionnaire/words";
import { normalizeText } from "../../../domain/text/normalize";
import type { Located } from "./find";
import type { Remarks } from "./remarks";

/** Sheet a block belongs on. */
const HOME: Readonly<Record<BlockId, string>> = {
  fiche: questionnaireSheets.fiche,
  respondents: questionnaireSheets.fiche,
  parts: questionnaireSheets.fiche,
  projects: questionnaireSheets.projects,
  motivations: questionnaireSheets.politics,
  meanings: questionnaireSheets.politics,
  statements: questionnaireSheets.politics,
  codes: questionnaireSheets.codes,
};

/**
 * The places a block is read from. Two that share no question are one block split in two; two that say exactly
 * the same are one and its copy; two that differ are a question to a person, and nothing is taken until then.
 */
export function choosePlaces(
  block: BlockId,
  found: readonly Located[],
  remarks: Remarks,
): readonly Located[] {
  if (found.length < 2) return found;
  const ordered = [...found].sort((a, b) => homeliness(b, block) - homeliness(a, block));
  const kept: Located[] = [];
  const rivals: Located[] = [];
  for (const one of ordered) {
    const [keys, answers] = content(one);
    const same = kept.find((other) => {
      const [otherKeys] = content(other);
      return [...keys].some((key) => otherKeys.has(key));
    });
    if (!same) {
      // An empty block has nothing to add.
      if (keys.size || !kept.length) kept.push(one);
    } else if (content(same)[1] === answers) {
      const params = { sheet: one.sheet.name, kept: same.sheet.name };
      remarks.add("identicalCopy", "info", { sheet: one.sheet.name }, params);
    } else rivals.push(one);
  }
  if (!rivals.length) return kept;
  const candidates = [...kept, ...rivals];
  const sheets = candidates.map(({ sheet }) => sheet.name);
  const decided = remarks.ask(
    "copiedSheet",
    { sheet: rivals[0].sheet.name },
    `${block} ${sheets.join("|")}`,
    { sheets },
    [
      ...candidates.map(({ sheet, firstRow }) => ({
        id: `${sheet.name}!${firstRow}`,
        label: questionOptions.sheet(sheet.name),
      })),
      { id: "none", label: questionOptions.none },
    ],
    sheets.join(", "),
  );
  return candidates.filter(({ sheet, firstRow }) => `${sheet.name}!${firstRow}` === decided);
}

/** How much a place looks like the block's own: the questionnaire's sheet, and an Excel table. */
function homeliness({ sheet, table, definition }: Located, block: BlockId): number {
  const isHome = normalizeText(sheet.name) === normalizeText(HOME[block]);
  const isNamed = table !== undefined && normalizeText(table.name) === normalizeText(definition.table);
  return (isHome ? 2 : 0) + (isNamed ? 1 : 0) + (sheet.state === "visible" ? 0.5 : 0);
}

const contents = new WeakMap<Located, readonly [ReadonlySet<string>, string]>();

/** Questions a place asks, and all it says, for comparing. */
function content(located: Located): readonly [ReadonlySet<string>, string] {
  const known = contents.get(located);
  if (known) return known;
  const { definition, header, sheet, firstRow, endRow } = located;
  const keys = new Set<string>();
  const all: string[] = [];
  const columns = definition.columns.filter(({ id, isOurs }) => !isOurs && header.columns.has(id));
  const questions = columns.some(({ isKey }) => isKey) ? columns.filter(({ isKey }) => isKey) : columns;
  const answers = columns.filter((column) => !questions.includes(column));
  for (let row = firstRow; row < endRow; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const texts = (list: typeof columns) =>
      list.map(({ id }) => {
        const value = cells.get(header.columns.get(id)!)?.value;
        return value === undefined ? "" : normalizeText(String(value));
      });
    const key = texts(questions);
    // Notes and empty rows ask nothing; a domain without a project is room for one.
    if (key.some((text) => text === "")) continue;
    keys.add(key.join("\u0001"));
    all.push([...key, ...texts(answers)].join("\u0001"));
  }
  const result = [keys, all.sort().join("\u0002")] as const;
  contents.set(located, result);
  return result;
}
