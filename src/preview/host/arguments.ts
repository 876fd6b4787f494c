/** Between Univer's values and the plain JavaScript values a custom function gets and gives. */
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { formatCells, fromUniver, quoteSheet } from "./address";
import type { HostCore } from "./core";
import type { FunctionMetadata, ParameterMetadata } from "./functions";

/** An error value, in cells and arguments. */
export class CellError {
  constructor(
    readonly code: string,
    readonly message = "",
  ) {}
}
export interface ReadArguments {
  values: unknown[];
  /** The same arguments have the same key. */
  key: string;
  addresses?: (string | null)[];
}
interface Converted {
  rows: unknown[][];
  key: string;
  firstError: CellError | null;
}

export class ArgumentReader {
  /** Univer hands out the same array object for the same range within one calculation. */
  private converted = new WeakMap<object, Converted>();
  constructor(
    private host: HostCore,
    private errorsAllowed: boolean,
  ) {}

  read(
    definition: FunctionMetadata,
    variants: FunctionVariantType[],
  ): ReadArguments | { refused: CellError } {
    const { parameters } = definition;
    const last = parameters.at(-1);
    const repeated: unknown[] = [];
    const values: unknown[] = [];
    const keys: string[] = [];
    if (variants.length > parameters.length && !last?.repeating)
      return { refused: new CellError("#VALUE!", "Too many arguments.") };
    for (let i = 0; i < Math.max(variants.length, parameters.length); i++) {
      const repeating = i >= parameters.length - 1 && last?.repeating;
      const parameter = repeating ? last : parameters[i]!;
      const variant = variants[i];
      let value: unknown = null;
      if (variant && !isOmitted(variant)) {
        const converted = this.convert(variant);
        if (converted.firstError && !(this.errorsAllowed && (parameter.type ?? "any") === "any"))
          return { refused: converted.firstError };
        keys.push(converted.key);
        if (parameter.dimensionality === "matrix") value = converted.rows.map((row) => row.slice());
        else {
          const scalar = coerce(converted.rows, parameter);
          if (scalar instanceof CellError && !(this.errorsAllowed && converted.firstError))
            return { refused: scalar };
          value = scalar;
        }
      } else {
        keys.push("-");
        if (!parameter.optional && !repeating)
          return { refused: new CellError("#VALUE!", `${parameter.name} is missing.`) };
        if (repeating && !variant) continue;
      }
      if (repeating) repeated.push(value);
      else values.push(value);
    }
    if (last?.repeating) values.push(repeated);
    const wantsAddresses = definition.options?.requiresParameterAddresses;
    return {
      values,
      key: keys.join("|"),
      addresses: wantsAddresses ? variants.map((v) => this.addressOf(v)) : undefined,
    };
  }

  private addressOf(variant: FunctionVariantType): string | null {
    if (!variant.isReferenceObject()) return null;
    const reference = variant as BaseReferenceObject;
    const sheet = this.host.book.sheet(reference.getSheetId());
    return `${quoteSheet(sheet.getName())}!${formatCells(fromUniver(sheet.getSheetId(), reference.getRangePosition()))}`;
  }
  private convert(variant: FunctionVariantType): Converted {
    const source = variant.isReferenceObject()
      ? (variant as BaseReferenceObject).toArrayValueObject()
      : (variant as BaseValueObject);
    const known = this.converted.get(source);
    if (known) return known;
    let firstError: CellError | null = null;
    const blank = { zero: 0, null: null, empty: "" }[this.host.blank];
    const plain = (value: BaseValueObject | null | undefined): unknown => {
      if (!value || value.isNull()) return blank;
      if (value.isError())
        return this.error((firstError ??= new CellError(String(value.getValue()))), String(value.getValue()));
      return value.getValue();
    };
    const rows = source.isArray()
      ? (source as ArrayValueObject)
          .getArrayValue()
          .map((row) => Array.from(row, (cell) => plain(cell as BaseValueObject)))
      : [[plain(source)]];
    const result = { rows, key: JSON.stringify(rows), firstError };
    this.converted.set(source, result);
    return result;
  }
  /** A function that takes errors gets CustomFunctions.Error objects, as in Excel. */
  private error(_first: CellError, code: string): unknown {
    const ErrorClass = this.host.customFunctionsError;
    return ErrorClass ? new ErrorClass(code) : new CellError(code);
  }
}
const isOmitted = (variant: FunctionVariantType) =>
  !variant.isReferenceObject() && (variant as BaseValueObject).isNull();

/** A scalar parameter takes one value, converted to the declared type like Excel's own functions do. */
function coerce(rows: unknown[][], parameter: ParameterMetadata): unknown {
  if (rows.length !== 1 || rows[0]!.length !== 1)
    return new CellError("#VALUE!", `${parameter.name} takes a single value.`);
  const value = rows[0]![0];
  switch (parameter.type) {
    case "number": {
      if (typeof value === "boolean") return value ? 1 : 0;
      if (typeof value !== "string") return value;
      const number = value.trim() === "" ? NaN : Number(value.replace(",", "."));
      return value === "" || Number.isFinite(number)
        ? value === ""
          ? value
          : number
        : new CellError("#VALUE!", `${parameter.name} must be a number.`);
    }
    case "string":
      return typeof value === "number"
        ? String(value)
        : typeof value === "boolean"
          ? value
            ? "TRUE"
            : "FALSE"
          : value;
    case "boolean":
      if (typeof value === "number") return value !== 0;
      if (typeof value === "string" && value !== "")
        return /^(true|vrai)$/i.test(value)
          ? true
          : /^(false|faux)$/i.test(value)
            ? false
            : new CellError("#VALUE!", `${parameter.name} must be TRUE or FALSE.`);
      return value;
    default:
      return value;
  }
}

/** A result for the engine; arrays spill. */
export function toValueObject(result: unknown): BaseValueObject {
  if (!Array.isArray(result)) return single(result);
  const rows = result as unknown[][];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (!width || rows.some((row) => !Array.isArray(row) || row.length !== width))
    return single(new CellError("#VALUE!"));
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(single)),
    rowCount: rows.length,
    columnCount: width,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}
function single(value: unknown): BaseValueObject {
  if (value instanceof CellError) return ErrorValueObject.create(value.code as ErrorType);
  if (typeof value === "number")
    return Number.isFinite(value)
      ? NumberValueObject.create(value)
      : ErrorValueObject.create("#NUM!" as ErrorType);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (value === null || value === undefined) return NumberValueObject.create(0);
  const code = errorCode(value);
  if (code) return ErrorValueObject.create(code as ErrorType);
  return typeof value === "string"
    ? StringValueObject.create(value)
    : ErrorValueObject.create("#VALUE!" as ErrorType);
}
/** CustomFunctions.Error is recognized by its shape: it may come from another window. */
export function errorCode(value: unknown): string | null {
  if (value instanceof CellError) return value.code;
  if (typeof value !== "object" || value === null) return null;
  const code = (value as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("#") ? code : null;
}
