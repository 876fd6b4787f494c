import type { StudyData } from "../../../src/domain/exports";
import type { BvnFormula, FormulaReport, FrozenPlace, OutOperations } from "../../../src/excel/outContract";

/** The ways out of a study held in memory: what the pane asks of them, and what they answer. */
export class MemoryOut implements OutOperations {
  readonly calls: string[] = [];
  data: StudyData | null = null;
  found: BvnFormula[] = [];
  frozen: FrozenPlace[] = [];
  /** Frozen places that somebody has changed. */
  changed: FrozenPlace[] = [];

  async readForExport({ people }: { people: boolean }): Promise<StudyData> {
    this.calls.push(`read${people ? " people" : ""}`);
    if (!this.data) throw new Error("Nothing to export");
    const { tables } = this.data;
    return people ? this.data : { ...this.data, tables: { ...tables, respondents: [] } };
  }
  async findFormulas(): Promise<FormulaReport> {
    return { found: this.found, frozen: this.frozen };
  }
  async freezeFormulas(scope: "book" | "selection"): Promise<void> {
    this.calls.push(`freeze ${scope}`);
    this.found = [];
  }
  async thawFormulas({ ids, overwrite }: { ids?: readonly string[]; overwrite?: boolean } = {}): Promise<
    readonly FrozenPlace[]
  > {
    this.calls.push(`thaw ${ids?.join() ?? ""}${overwrite ? " overwrite" : ""}`);
    const left = overwrite ? [] : this.changed;
    this.changed = [];
    return left;
  }
  async repairFormulas(): Promise<void> {
    this.calls.push("repair");
  }
  async showFormula({ sheet, cells }: Pick<BvnFormula, "sheet" | "cells">): Promise<void> {
    this.calls.push(`show ${sheet}!${cells}`);
  }
}
