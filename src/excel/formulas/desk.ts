import { formulaDeskMessages as say } from "../../domain/messages/formulaDesk";
import { runExcel, unregister } from "../session";
import type { StudyWork } from "../study/work";
import type {
  FormulaOperations,
  InsertPlace,
  ReadReference,
  RowsToShow,
  SelectedCell,
  Separators,
  ShownRows,
} from "./contract";
import { askCell, cellOf, insertFormula, lookAtPlace } from "./insert";
import { readReferences } from "./references";
import { showRows, takeFilterAway, type OwnFilter } from "./showRows";

/** Moments a selection may change in before it is looked at. */
const TOGETHER_MS = 60;

/** The formula helper's operations on the open workbook. */
export class FormulaDesk implements FormulaOperations {
  private filter: OwnFilter | null = null;
  private known: Separators | null = null;

  constructor(private readonly work: StudyWork) {}

  /**
   * Office tells the decimal separator, not that of lists: Excel takes the semicolon where the decimal one is a
   * comma, which is what Windows sets in every such language.
   */
  async separators(): Promise<Separators> {
    this.known ??= await this.work.operation(null, () =>
      runExcel(async (context) => {
        const application = context.workbook.application.load("decimalSeparator");
        await context.sync();
        const decimal = application.decimalSeparator;
        return { decimal, list: decimal === "," ? ";" : "," };
      }),
    );
    return this.known;
  }

  selected(): Promise<SelectedCell | null> {
    // A cell being edited, several areas selected: there is nothing to explain just now, and nothing to tell.
    return this.work.operation(null, () => runExcel(readSelected, { patience: 0 }).catch(() => null));
  }

  follow(listener: () => void): Promise<() => Promise<void>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = async () => {
      clearTimeout(timer);
      timer = setTimeout(listener, TOGETHER_MS);
    };
    return Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const handles = [worksheets.onSelectionChanged.add(soon), worksheets.onChanged.add(soon)];
      await context.sync();
      return async () => {
        clearTimeout(timer);
        await unregister(handles);
      };
    });
  }

  read(
    from: Pick<SelectedCell, "sheetId" | "row">,
    references: readonly string[],
  ): Promise<readonly ReadReference[]> {
    return this.work.operation(null, () =>
      runExcel((context) => readReferences(context, from, references), { patience: 0 }).catch(() =>
        references.map(() => ({ cells: undefined, area: null })),
      ),
    );
  }

  selectedAddress(): Promise<string> {
    return this.work.operation(null, () =>
      runExcel(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      }),
    );
  }

  place(size: { readonly rows: number; readonly columns: number }): Promise<InsertPlace> {
    const study = this.work.context();
    return this.work.operation(null, () =>
      runExcel((context) => lookAtPlace(context, study, size), study.run),
    );
  }

  insert(place: InsertPlace, formula: string, format?: string): Promise<void> {
    return this.work.change(() => insertFormula(this.work.context(), place, formula, format));
  }

  show(rows: RowsToShow): Promise<ShownRows | null> {
    return this.work.operation(null, async () => {
      if (this.filter) await takeFilterAway(this.work.context(), this.filter);
      this.filter = null;
      this.filter = await showRows(this.work.context(), rows);
      const { filter } = this;
      if (filter) this.tell("rowsShown", say.rowsShown(filter));
      else if ("table" in rows) {
        const { name } = this.work.context().codebook.table(rows.table);
        this.tell("allRowsShown", say.allRowsShown({ table: name }));
      }
      return filter;
    });
  }

  showAll(): Promise<void> {
    return this.work.operation(null, async () => {
      const { filter } = this;
      if (!filter) return;
      this.filter = null;
      await takeFilterAway(this.work.context(), filter);
      this.tell("filterTaken", say.filterTaken(filter));
    });
  }

  shown(): ShownRows | null {
    return this.filter;
  }

  private tell(code: string, message: ReturnType<typeof say.filterTaken>): void {
    this.work.say({ kind: "success", code, message });
  }
}

/** The active cell; inside a spilled table, the cell its formula is in. */
async function readSelected(context: Excel.RequestContext): Promise<SelectedCell> {
  const active = askCell(context.workbook.getActiveCell());
  const parent = active.cell.getSpillParentOrNullObject().load("rowIndex,columnIndex");
  await context.sync();
  if (parent.isNullObject) return cellOf(active);
  const spilling = askCell(active.sheet.getCell(parent.rowIndex, parent.columnIndex));
  await context.sync();
  return cellOf(spilling);
}
