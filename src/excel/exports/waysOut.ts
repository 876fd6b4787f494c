import type { StudyData } from "../../domain/exports";
import { notice, sentence, StudyError } from "../errors";
import type { BvnFormula, FormulaReport, FrozenPlace, OutOperations } from "../outContract";
import { runExcel } from "../session";
import type { StudyWork } from "../study/work";
import type { FrozenFormula } from "../freeze/memory";

/** Loaded when first wanted: nobody freezes at the opening. */
const freezing = () => import(/* webpackChunkName: "ways-out" */ "../freeze");

const placeOf = ({ sheet, cells }: Pick<BvnFormula, "sheet" | "cells">): string =>
  [sheet, cells].filter((part) => part !== null).join("!");

const placeOfFrozen = ({ id, sheet, cells, formula }: FrozenFormula): FrozenPlace => ({
  id,
  place: placeOf({ sheet, cells: cells?.replace(/\$/g, "") ?? null }),
  formula,
});

/** The ways out of the open workbook. */
export class WaysOut implements OutOperations {
  constructor(private readonly host: StudyWork) {}

  readForExport(options: { readonly people: boolean }): Promise<StudyData> {
    const { host } = this;
    const label = sentence("readingToExport", {});
    return host.operation(label, async () => {
      const { readForExport } = await import(/* webpackChunkName: "ways-out" */ "./readForExport");
      return readForExport(host.context(), options, host.cancellable(label));
    });
  }

  findFormulas(): Promise<FormulaReport> {
    return this.host.operation(sentence("findingFormulas", {}), async () => {
      const { addressOf, findFormulas, isStuck, readMemory } = await freezing();
      const [found, { frozen }] = await runExcel(
        async (context) => [await findFormulas(context), await readMemory(context)] as const,
        this.host.context().run,
      );
      const cells = found.cells.map((cell): BvnFormula => {
        const address = addressOf(cell);
        const own = address.slice(address.lastIndexOf("!") + 1).replace(/\$/g, "");
        const place = placeOf({ sheet: cell.sheet, cells: own });
        return {
          kind: isStuck(cell) ? "stuck" : "cell",
          sheet: cell.sheet,
          cells: own,
          place,
          formula: cell.formula,
        };
      });
      const elsewhere = found.elsewhere.map(({ kind, place, sheet, address, formula }): BvnFormula => ({
        kind,
        place,
        sheet,
        cells: address && address.slice(address.lastIndexOf("!") + 1),
        formula,
      }));
      return { found: [...cells, ...elsewhere], frozen: frozen.map(placeOfFrozen) };
    });
  }

  freezeFormulas(scope: "book" | "selection"): Promise<void> {
    const { host } = this;
    return host.once(`freeze ${scope}`, () =>
      host.change(
        async () => {
          const { addressOf, freeze } = await freezing();
          const { frozen, left, revert } = await freeze(scope, host.context().run);
          const places = left.map((cell) => addressOf(cell).replace(/\$/g, ""));
          if (!frozen) throw StudyError.of("nothingToFreeze", { left: left.length });
          const what = sentence("formulasFrozen", { frozen, left: places });
          return { result: undefined, undo: { code: "formulasFrozen", what, revert } };
        },
        sentence("freezing", {}),
      ),
    );
  }

  thawFormulas({
    ids,
    overwrite = false,
  }: { readonly ids?: readonly string[]; readonly overwrite?: boolean } = {}): Promise<
    readonly FrozenPlace[]
  > {
    const { host } = this;
    return host.once(`thaw ${ids?.join() ?? ""} ${overwrite}`, () =>
      host.change(
        async () => {
          const { thaw } = await freezing();
          const wanted = ids && new Set(ids);
          const { thawed, changed, lost, revert } = await thaw(
            { ids: wanted, overwrite },
            host.context().run,
          );
          if (!thawed && !lost.length && !changed.length) throw StudyError.of("nothingToThaw", {});
          const gone = lost.map(({ formula }) => formula);
          const what = sentence("formulasThawed", { thawed, changed: changed.length, lost: gone });
          const code = thawed ? "formulasThawed" : "nothingToSave";
          return { result: changed.map(placeOfFrozen), undo: { code, what, revert } };
        },
        sentence("thawing", {}),
      ),
    );
  }

  repairFormulas(): Promise<void> {
    const { host } = this;
    return host.once("repairFormulas", () =>
      host.operation(sentence("reentering", {}), async () => {
        const { repair } = await freezing();
        const outcome = await repair(host.context().run);
        if (!outcome.entered) host.say(notice("success", "nothingStuck", {}));
        else host.say(notice(outcome.stuck ? "warning" : "success", "formulasReentered", outcome));
      }),
    );
  }

  showFormula({ sheet, cells }: Pick<BvnFormula, "sheet" | "cells">): Promise<void> {
    return this.host.operation(null, () =>
      runExcel(async (context) => {
        if (sheet === null || cells === null) return;
        const found = context.workbook.worksheets.getItem(sheet).load("visibility");
        await context.sync();
        if (found.visibility !== "Visible") throw StudyError.of("hiddenSheet", { sheet });
        found.activate();
        found.getRange(cells).select();
        await context.sync();
      }, this.host.context().run),
    );
  }
}
