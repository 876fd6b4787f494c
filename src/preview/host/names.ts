/** Defined names, kept by Univer, and what a reference text (address, name, structured reference) stands for. */
import {
  IDefinedNamesService,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  type IDefinedNamesServiceParam,
} from "@univerjs/engine-formula";
import { splitSheet, type Area } from "./address";
import { newId, type Book } from "./book";
import { invalidArgument, itemAlreadyExists } from "./errors";
import { spellOut } from "./formula-text";
import type { Tables } from "./tables";

export interface DefinedName {
  id: string;
  /** Name as it was given to Univer; scope is the sheet id or null for the workbook. */
  name: string;
  scope: string | null;
}
const WORKBOOK_SCOPE = "AllDefaultWorkbook";

export class Names {
  /** Names that mean something else since formulas were last looked at. */
  private stale = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  constructor(
    private book: Book,
    private tables: () => Tables,
    /** Writes a formula once more, quietly. */
    private rewrite: (sheetId: string, row: number, column: number, formula: string) => void,
  ) {}
  private get service(): IDefinedNamesService {
    return this.book.injector.get(IDefinedNamesService);
  }
  private raw(): IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(this.book.unitId) ?? {});
  }
  list(scope?: string | null): DefinedName[] {
    return this.raw()
      .map((n) => ({ id: n.id, name: n.name, scope: scopeOf(n) }))
      .filter((n) => scope === undefined || n.scope === scope)
      .sort((a, b) => a.name.localeCompare(b.name));
  }
  find(name: string, scope: string | null): DefinedName | null {
    const wanted = String(name).toLocaleLowerCase();
    return this.list(scope).find((n) => n.name.toLocaleLowerCase() === wanted || n.id === name) ?? null;
  }
  data(name: DefinedName): IDefinedNamesServiceParam {
    const found = this.raw().find((n) => n.id === name.id);
    if (!found) throw invalidArgument(`the name ${name.name} no longer exists.`);
    return found;
  }
  /** With "=" in front, as Excel gives it. */
  formula(name: DefinedName): string {
    const text = this.data(name).formulaOrRefString;
    return text.startsWith("=") ? text : `=${text}`;
  }
  add(name: string, formula: string, scope: string | null, comment = ""): DefinedName {
    if (
      !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) ||
      /^[A-Za-z]{1,3}\d+$/.test(name) ||
      /^[rc]$/i.test(name)
    )
      throw invalidArgument(`"${name}" cannot be a name.`);
    if (this.find(name, scope)) throw itemAlreadyExists(`the name ${name}`);
    const id = newId();
    this.write({
      id,
      name,
      formulaOrRefString: this.toUniver(formula),
      comment,
      localSheetId: scope ?? WORKBOOK_SCOPE,
    });
    this.refreshUses([name]);
    return { id, name, scope };
  }
  change(name: DefinedName, changes: Partial<IDefinedNamesServiceParam>): void {
    if (changes.formulaOrRefString) changes.formulaOrRefString = this.toUniver(changes.formulaOrRefString);
    this.write({ ...this.data(name), ...changes, formulaOrRefStringWithPrefix: undefined });
    if (changes.formulaOrRefString) this.refreshUses([name.name]);
  }
  remove(name: DefinedName): void {
    const data = this.data(name);
    this.book.commands.syncExecuteCommand(RemoveDefinedNameMutation.id, {
      unitId: this.book.unitId,
      ...data,
    });
    this.refreshUses([name.name]);
  }
  /** Names over a table mean other cells now: what uses them is to be calculated again. */
  tableChanged(table: string): void {
    const mention = `${table}[`.toLocaleLowerCase();
    this.refreshUses(
      this.raw()
        .filter((n) => n.formulaOrRefString.toLocaleLowerCase().includes(mention))
        .map((n) => n.name),
    );
  }
  private refreshUses(names: string[]): void {
    for (const name of names) this.stale.add(name);
    if (this.stale.size) this.timer ??= setTimeout(() => this.flush(), 0);
  }
  get pending(): boolean {
    return this.stale.size > 0;
  }
  /**
   * Univer keeps parsed formulas with what a name meant: forget them and have their cells calculated. Once for all
   * names of a request, before anything is read: finding the formulas means looking at every cell.
   */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!this.stale.size) return;
    const names = [...this.stale];
    this.stale.clear();
    this.book.injector.get(IFunctionService).deleteFormulaAstCacheKey(...names);
    const escaped = names.map((name) => name.replace(/[.\\?]/g, "\\$&")).join("|");
    const used = new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${escaped})(?![\\p{L}\\p{N}_.])`, "iu");
    for (const { sheetId, row, column, formula } of [...this.book.allFormulas()])
      if (used.test(formula)) this.rewrite(sheetId, row, column, formula);
  }
  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
  }
  private write(param: IDefinedNamesServiceParam): void {
    this.book.commands.syncExecuteCommand(SetDefinedNameMutation.id, { unitId: this.book.unitId, ...param });
  }
  /** A plain reference is stored without "=", everything else with it. */
  private toUniver(formula: string): string {
    const text = formula.trim().replace(/^=/, "");
    return this.book.parse(text, this.book.activeSheetId) ? text : `=${spellOut(text)}`;
  }

  /** The cells a text stands for: A1 address, name, Table, Table[Column], Table[[#Headers],[Column]]. */
  resolve(text: string, sheetId: string, depth = 0): Area | null {
    const trimmed = text.trim().replace(/^=/, "");
    const area = this.book.parse(trimmed, sheetId);
    if (area) return area;
    const structured = this.tables().resolve(trimmed);
    if (structured) return structured;
    const { sheet, rest } = splitSheet(trimmed);
    const scope = sheet ? (this.book.findSheet(sheet)?.getSheetId() ?? null) : sheetId;
    const name = this.find(rest, scope) ?? this.find(rest, null);
    return name && depth < 8 ? this.resolve(this.formula(name), sheetId, depth + 1) : null;
  }
}
const scopeOf = (name: IDefinedNamesServiceParam) =>
  !name.localSheetId || name.localSheetId === WORKBOOK_SCOPE ? null : name.localSheetId;
