import { importOptions, importQuestions } from "../messages/imports";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { bareKey, searchKey } from "../territories/key";
import { stableKey, type QuestionList } from "./questions";
import { sourceOf } from "./source";
import type { QuestionOption, Return } from "./types";

/** Name a panel gives a homonym: its own, with its code behind. */
const WITH_CODE = / \((?:\d{5}|\d[AB]\d{3}|\d{9})\)$/i;

interface PanelRow {
  readonly code: string;
  readonly name: string;
}

/** The panel, found by code and by name however they are typed. */
export class PanelIndex {
  private readonly rows: readonly PanelRow[];
  private readonly byCode = new Map<string, PanelRow>();
  private readonly byName = new Map<string, PanelRow[]>();
  readonly position = new Map<string, number>();
  private readonly names = new Map<string, string>();

  constructor(panel: readonly Draft[]) {
    this.rows = panel.map(({ code, name }) => ({
      code: codeKey(String(code ?? "")),
      name: String(name ?? "").trim(),
    }));
    this.rows.forEach((row, at) => {
      if (row.code && !this.byCode.has(row.code)) this.byCode.set(row.code, row);
      if (!row.name) return;
      if (!this.position.has(normalizeText(row.name))) this.position.set(normalizeText(row.name), at);
      const keys = [row.name, row.name.replace(WITH_CODE, "")].flatMap((name) => [
        normalizeText(name),
        searchKey(name),
      ]);
      for (const key of new Set(keys)) this.byName.set(key, [...(this.byName.get(key) ?? []), row]);
    });
  }

  /** The panel's own writing of a name; the name itself if it has none. */
  nameOf(name: string): string {
    let written = this.names.get(name);
    if (written === undefined) {
      const at = this.position.get(normalizeText(name));
      this.names.set(name, (written = at === undefined ? name : this.rows[at].name));
    }
    return written;
  }

  withCode(code: string): PanelRow | undefined {
    return code === "" ? undefined : this.byCode.get(code);
  }

  named(name: string): readonly PanelRow[] {
    if (!name) return [];
    return this.byName.get(normalizeText(name)) ?? this.byName.get(searchKey(name)) ?? [];
  }

  near(name: string): PanelRow | undefined {
    const found = name ? nearest(name, this.byName.keys(), 0.7) : undefined;
    return found === undefined ? undefined : this.byName.get(found)![0];
  }
}

/**
 * A code as it is compared; a spreadsheet takes the leading zero from a commune's.
 * @example codeKey(" 1004 ") // "01004"
 * @example codeKey("2a004") // "2A004"
 */
export function codeKey(code: string): string {
  const text = normalizeText(code).replace(/ /g, "").toUpperCase();
  return /^\d{4}$/.test(text) ? `0${text}` : text;
}

/** Whether a file's name may be that of a territory of the panel: a group is often called by its town. */
function mayBe(name: string, row: PanelRow): boolean {
  const [a, b] = [name, row.name.replace(WITH_CODE, "")].map(searchKey);
  return a === b || bareKey(a) === bareKey(b);
}

const REFUSE = "refuse";

/**
 * Name in the panel of the territory a return belongs to; null while a person has not said which one, or has
 * refused the file. Asks when its code and its name do not mean the same territory of the panel.
 */
export function territoryOf(
  index: PanelIndex,
  questions: QuestionList,
  returned: Return,
): { readonly name: string | null; readonly refused: boolean } {
  const { identity, file } = returned.questionnaire;
  const code = codeKey(identity.territory.code);
  const name = identity.territory.name.trim();
  const coded = index.withCode(code);
  const named = index.named(name);
  if (coded && (!name || named.includes(coded) || (mayBe(name, coded) && named.length === 0))) {
    return { name: coded.name, refused: false };
  }
  if (!coded && named.length === 1 && (!code || !named[0].code))
    return { name: named[0].name, refused: false };
  const near = named.length ? undefined : index.near(name);
  const candidates = [...new Set([...(coded ? [coded] : []), ...named, ...(near ? [near] : [])])];
  const source = sourceOf(returned);
  const options = candidates.map((row): QuestionOption => ({
    id: stableKey("t", row.name),
    role: "other",
    label: { fr: `${row.name} (${row.code})`, en: `${row.name} (${row.code})` },
    said: [{ value: row === coded ? code : name, source, place: {} }],
  }));
  const chosen = questions.ask({
    key: stableKey("territory", identity.edition, code, normalizeText(name), returned.digest),
    kind: "territory",
    required: true,
    edition: identity.edition,
    territory: "",
    group: stableKey("territory", code, normalizeText(name)),
    message: importQuestions.territory({ file, code: identity.territory.code, name }),
    options: [...options, { id: REFUSE, role: "refuse", label: importOptions.refuse, said: [] }],
    files: [returned.digest],
  });
  const at = chosen ? options.findIndex(({ id }) => id === chosen.id) : -1;
  return { name: at < 0 ? null : candidates[at].name, refused: chosen?.id === REFUSE };
}
