import {
  applyPlan,
  planImport,
  rememberedDecisions,
  type Decision,
  type ImportPlan,
  type PlannedAnomaly,
  type RowChange,
} from "../../domain/imports";
import { officialLookup } from "../../domain/population";
import type { ReturnedQuestionnaire } from "../../domain/questionnaire/returned";
import type { TerritoryReference } from "../../domain/territories";
import { readQuestionnaire } from "../../files/questionnaire";
import { findBase } from "../../files/olderBase";
import { readWorkbook, type ReadWorkbook } from "../../files/xlsx";
import { localDay } from "../localDay";
import { BaseEngine, csvBase, PART } from "./baseEngine";
import { planView } from "./planView";
import type { FileNews, ImportFacts, PickedFile, PlanRequest, PlanView } from "./protocol";
import { bytesOf, NotTaken, openPicked, refusal, refusedAnomaly, refusing, type Found } from "./readFile";
import type { StudyParts } from "./studyParts";

/** A file that was understood. */
interface Taken {
  readonly key: string;
  readonly name: string;
  readonly modified: string;
  readonly digest: string;
  questionnaire: ReturnedQuestionnaire;
  /** Kept while the reader leaves something open: a decision reads the file anew. */
  readonly workbook: ReadWorkbook | null;
  /** Decisions it was read with. */
  decisions: string;
}

/** Reads files, plans what they would do, and says what to write. It knows neither page nor worker. */
export class ImportEngine {
  private readonly taken = new Map<string, Taken>();
  private readonly refused = new Map<string, PlannedAnomaly>();
  private planned: ImportPlan | null = null;
  /** Files that are no questionnaire but rows of another edition. */
  readonly bases: BaseEngine;

  /** @param pause Waited for between two files. */
  constructor(
    private readonly study: StudyParts,
    private readonly pause: () => Promise<void> = async () => undefined,
  ) {
    this.bases = new BaseEngine(study);
  }

  /** Reads files one after the other; a file that is refused says why and stops no other. */
  async read(files: readonly PickedFile[], tell: (news: FileNews) => void): Promise<void> {
    const reference = await this.study.reference();
    // The bytes of the next file come in while one is read.
    const bytes = (at: number) => {
      const coming = files[at] && bytesOf(files[at].file);
      coming?.catch(() => undefined);
      return coming;
    };
    let next = bytes(0);
    for (const [at, picked] of files.entries()) {
      const { key, file } = picked;
      const own = next;
      next = bytes(at + 1);
      const base = { key, name: file.name, modified: localDay(file.lastModified) };
      tell({ ...base, state: "reading", share: 0 });
      try {
        for (const found of openPicked(picked, await own, tell)) {
          await this.readOne(found, tell, reference);
          await this.pause();
        }
      } catch (error) {
        if ((error as { name?: unknown } | null)?.name === "AbortError") throw error;
        this.putAside({ ...base, digest: "" }, error, tell);
      }
    }
  }

  private async readOne(
    { key, name, archive, modified, read }: Found,
    tell: (news: FileNews) => void,
    reference: TerritoryReference | null,
  ): Promise<void> {
    const base = { key, name, modified, ...(archive === undefined ? {} : { archive }) };
    let digest = "";
    try {
      tell({ ...base, state: "reading", share: 0 });
      const bytes = refusing(read);
      digest = await digestOf(bytes);
      const rows = csvBase(bytes, name, this.study.codebook);
      if (rows) {
        this.bases.add(key, { base: rows, digest, received: modified });
        return tell({ ...base, digest, state: "base", share: 1 });
      }
      const workbook = refusing(() =>
        readWorkbook(bytes, { onProgress: (share) => tell({ ...base, state: "reading", share }) }),
      );
      const older = findBase(workbook, name, this.study.codebook);
      if (older) {
        this.bases.add(key, { base: older, digest, received: modified });
        return tell({ ...base, digest, state: "base", share: 1 });
      }
      const decisions = this.fileDecisions([]);
      const questionnaire = this.understand(workbook, name, decisions, reference);
      this.taken.set(key, {
        ...{ key, name, modified, digest, questionnaire },
        decisions: JSON.stringify(own(questionnaire, decisions)),
        workbook: questionnaire.questions.length ? workbook : null,
      });
      tell({ ...base, digest, state: "read", share: 1 });
    } catch (error) {
      this.putAside({ ...base, digest }, error, tell);
    }
  }

  private putAside(
    base: Pick<FileNews, "key" | "name" | "modified" | "archive"> & { digest: string },
    error: unknown,
    tell: (news: FileNews) => void,
  ): void {
    const { state, sentence, code } = refusal(error);
    if (state === "refused") {
      const anomaly = refusedAnomaly(base.name, base.digest, new NotTaken(state, sentence, code));
      this.refused.set(base.key, anomaly);
    }
    tell({ ...base, state, share: 1, message: sentence });
  }

  /** @throws NotTaken */
  private understand(
    workbook: ReadWorkbook,
    file: string,
    decisions: Readonly<Record<string, string>>,
    reference: TerritoryReference | null,
  ): ReturnedQuestionnaire {
    const read = readQuestionnaire(workbook, {
      file,
      codebooks: this.study.codebooks,
      decisions,
      officialName: (code) => reference?.byCode(code)?.name,
    });
    if (read.kind === "questionnaire") return read;
    const { reason, action, code } = read.anomaly;
    const sentence = { fr: `${reason.fr} ${action.fr}`, en: `${reason.en} ${action.en}` };
    throw new NotTaken("refused", sentence, code);
  }

  /** The dry run with these decisions. Files that left something open are read anew when it was decided. */
  async plan({ decisions, received, leftOut, reread }: PlanRequest): Promise<PlanView> {
    const reference = await this.study.reference();
    const answers = this.fileDecisions(decisions);
    for (const file of this.taken.values()) {
      const { workbook, questionnaire } = file;
      if (!workbook) continue;
      const decided = own(questionnaire, answers);
      if (JSON.stringify(decided) === file.decisions) continue;
      file.questionnaire = this.understand(workbook, file.name, decided, reference);
      file.decisions = JSON.stringify(decided);
    }
    const out = new Set(leftOut);
    const taken = [...this.taken.values()].filter(({ key }) => !out.has(key));
    const returns = taken.map(({ key, digest, modified, questionnaire }) => ({
      ...{ digest, questionnaire },
      received: received[key] ?? modified,
    }));
    const official = officialLookup(reference);
    const again = new Set(reread.flatMap((key) => this.taken.get(key)?.digest ?? []));
    const plan = planImport(this.study.snapshot(), returns, decisions, { official, reread: again });
    const refused = [...this.refused].flatMap(([key, anomaly]) => (out.has(key) ? [] : [anomaly]));
    this.planned = {
      ...plan,
      rejects: [...plan.rejects, ...refused],
      rejected: plan.rejected + refused.length,
    };
    return planView(this.planned);
  }

  /** What the last dry run writes, in parts. @throws Error without a dry run */
  changes({ today }: { readonly today: string }, tell: (part: readonly RowChange[]) => void): ImportFacts {
    const plan = this.planned;
    if (!plan) throw new Error("No dry run to write");
    const { files: digests, changes } = applyPlan(plan, { today });
    for (let at = 0; at < changes.length; at += PART) tell(changes.slice(at, at + PART));
    const { added, changed, unchanged, conflicting, rejected } = plan;
    return {
      digests,
      files: plan.files
        .filter(({ status }) => status === "new")
        .map(({ file, digest }) => ({ name: file, digest })),
      counts: { added, changed, unchanged, conflicting, rejected },
    };
  }

  /** All decisions as the reader takes them: by the id of its question. */
  private fileDecisions(decisions: readonly Decision[]): Record<string, string> {
    const remembered = rememberedDecisions(this.study.rows("journal"));
    return Object.fromEntries([...remembered, ...decisions].map(({ key, option }) => [key, option]));
  }
}

/** The decisions that answer what a file leaves open. */
const own = ({ questions }: ReturnedQuestionnaire, decisions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    questions.flatMap(({ id }) => (decisions[id] === undefined ? [] : [[id, decisions[id]]])),
  );

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
