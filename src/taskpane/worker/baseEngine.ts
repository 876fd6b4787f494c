import type { Codebook } from "../../domain/codebook";
import type { RowChange } from "../../domain/imports";
import {
  baseChanges,
  planBase,
  type BaseMapping,
  type BasePlan,
  type FoundBase,
} from "../../domain/olderBase";
import { csvRefusals } from "../../domain/messages/olderBase";
import { findCsvBase, readCsv } from "../../files/olderBase";
import type { ImportFacts, MapRequest } from "./protocol";
import { NotTaken } from "./readFile";
import type { StudyParts } from "./studyParts";

/** Changes told at once. */
export const PART = 1000;
/** Remarks handed over: nobody reads more of them in a pane. */
const MOST = 300;
/** Official territories looked at for a name; homonyms come together. */
const HOMONYMS = 40;

interface TakenBase {
  readonly base: FoundBase;
  readonly digest: string;
  readonly received: string;
}

/**
 * The base a file of text holds; undefined for a file that is not called one.
 * @throws NotTaken for text that holds no base
 */
export function csvBase(bytes: Uint8Array, name: string, codebook: Codebook): FoundBase | undefined {
  if (!/\.(csv|tsv|txt)$/i.test(name)) return undefined;
  const rows = readCsv(bytes);
  if (!rows) throw new NotTaken("refused", csvRefusals.unreadable, "csvUnreadable");
  const base = findCsvBase(rows, name, codebook);
  if (!base) throw new NotTaken("refused", csvRefusals.noBase, "csvNoBase");
  return base;
}

/** Maps bases of other editions, one at a time, and says what to write. It knows neither page nor worker. */
export class BaseEngine {
  private readonly taken = new Map<string, TakenBase>();
  private planned: BasePlan | null = null;

  constructor(private readonly study: StudyParts) {}

  add(key: string, base: TakenBase): void {
    this.taken.set(key, base);
  }

  /** The mapping with these choices. @throws Error for a file that is no base */
  async map({ key, choices }: MapRequest): Promise<BaseMapping> {
    const taken = this.taken.get(key);
    if (!taken) throw new Error(`No base: ${key}`);
    const reference = await this.study.reference();
    const { base, ...file } = taken;
    const names = reference ? (name: string) => reference.search(name, HOMONYMS) : undefined;
    this.planned = planBase(this.study.snapshot(), base, file, new Map(choices), names);
    const { snapshot: _snapshot, changes: _changes, file: _file, ...view } = this.planned;
    return { ...view, rejects: view.rejects.slice(0, MOST), remarks: view.remarks.slice(0, MOST) };
  }

  /** What the last mapping writes, in parts. @throws Error without one, or while something is open */
  changes({ today }: { readonly today: string }, tell: (part: readonly RowChange[]) => void): ImportFacts {
    const plan = this.planned;
    if (!plan) throw new Error("No mapping to write");
    const { files: digests, changes } = baseChanges(plan, { today });
    for (let at = 0; at < changes.length; at += PART) tell(changes.slice(at, at + PART));
    const { added, changed, unchanged, conflicting, rejected, file } = plan;
    return {
      digests,
      files: [{ name: file.name, digest: file.digest }],
      counts: { added, changed, unchanged, conflicting, rejected },
    };
  }
}
