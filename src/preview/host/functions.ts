/**
 * Custom functions: the add-in's JavaScript behind =BVN.X(...) in Univer's formula engine, handed what Excel hands
 * over (spec host.md, point 4). Calls and their lifetimes are in calls.ts, arguments in arguments.ts.
 */
import {
  BaseFunction,
  FunctionType,
  IFunctionService,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { Area } from "./address";
import { Calls } from "./calls";
import type { HostCore } from "./core";
import { ArgumentReader, toValueObject } from "./arguments";

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: "matrix" | "scalar";
  optional?: boolean;
  repeating?: boolean;
}
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters: ParameterMetadata[];
  result?: { type?: string; dimensionality?: "matrix" | "scalar" };
  options?: {
    stream?: boolean;
    cancelable?: boolean;
    volatile?: boolean;
    requiresAddress?: boolean;
    requiresParameterAddresses?: boolean;
  };
}
export interface FunctionsMetadata {
  functions: FunctionMetadata[];
  allowErrorForDataTypeAny?: boolean;
}
/** Gives the add-in's function of an id, or undefined while the add-in has not associated it. */
export type FunctionBridge = (id: string) => ((...args: any[]) => unknown) | undefined;

export class CustomFunctionHost {
  readonly calls: Calls;
  private registered: string[] = [];
  constructor(private host: HostCore) {
    this.calls = new Calls(host);
  }

  register(metadata: FunctionsMetadata, namespace: string, bridge: FunctionBridge): void {
    const { injector } = this.host.book;
    const service = injector.get(IFunctionService);
    const reader = new ArgumentReader(this.host, metadata.allowErrorForDataTypeAny ?? false);
    for (const definition of metadata.functions) {
      const name = `${namespace}.${definition.name}`.toUpperCase();
      service.registerExecutors(new BridgedFunction(name, definition, bridge, reader, this.calls));
      this.registered.push(name);
    }
    injector.get(IDescriptionService).registerDescriptions(
      metadata.functions.map((f) => ({
        functionName: `${namespace}.${f.name}`.toUpperCase(),
        functionType: FunctionType.User,
        description: f.description ?? "",
        abstract: f.description ?? "",
        functionParameter: f.parameters.map((p) => ({
          name: p.name,
          detail: p.description ?? "",
          example: "",
          require: p.optional ? 0 : 1,
          repeat: p.repeating ? 1 : 0,
        })) as never,
      })),
    );
    this.host.calculation.recalculateAll();
  }
  /** The add-in has associated its functions only now: formulas that were waiting are calculated. */
  associated(): void {
    if (this.registered.length) this.host.calculation.recalculateAll();
  }
  cellsChanged(area: Area): void {
    this.calls.cellsChanged(area);
  }
  structureChanged(): void {
    this.calls.structureChanged();
  }
  dispose(): void {
    this.calls.cancelAll();
    const service = this.host.book.injector.get(IFunctionService);
    for (const name of this.registered) service.unregisterExecutors(name);
  }
}

class BridgedFunction extends BaseFunction {
  override needsReferenceObject = true;
  /** A text written in the formula stays the text it is, "51,4 %" too. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }
  constructor(
    name: string,
    private definition: FunctionMetadata,
    private bridge: FunctionBridge,
    private reader: ArgumentReader,
    private calls: Calls,
  ) {
    super(name);
  }
  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const call = { sheetId: this.subUnitId!, row: this.row, column: this.column };
    const read = this.reader.read(this.definition, variants);
    if ("refused" in read) return toValueObject(read.refused);
    const answer = this.calls.evaluate(
      call,
      String(this.name),
      this.definition,
      read,
      this.bridge(this.definition.id),
    );
    return toValueObject(answer);
  }
}
