import type { Base, BaseTableId } from "../domain/base/base";
import type { Codebook } from "../domain/codebook";
import type { ResultCell, ResultTable } from "../domain/indicators/tables";
import type { Language, Localized } from "../domain/language";
import type { Anomaly } from "../domain/messages";
import type { Argument } from "./arguments";

/** What a function computes from: the base when the workbook has one, and the code book in any case. */
export interface FunctionContext {
  /** Null when the workbook has no study. */
  readonly base: Base | null;
  /** The base is being read anew: it is null until it is whole. */
  readonly isLoading?: boolean;
  readonly codebook: Codebook;
  readonly language: Language;
  /** What the last check found, kept up to date by edits. */
  readonly anomalies: readonly Anomaly[];
}

/** What a parameter takes: the formula helper offers its lists by it, explanations put the argument in words. */
export type ParameterInput =
  /** Field–criterion pairs about the rows of a table; `ranges`: or a range of answers, then ranges and criteria. */
  | { readonly kind: "pairs"; readonly table: BaseTableId; readonly ranges?: true }
  /** A field of the base, or a range of answers. */
  | { readonly kind: "field" }
  /** An answer of this field, or of the field that the parameter before it names. */
  | { readonly kind: "answer"; readonly of?: readonly [table: BaseTableId, field: string] }
  | { readonly kind: "choice"; readonly options: readonly Localized[] }
  /** An indicator; `orField`: or a field of the base. */
  | { readonly kind: "indicator"; readonly orField?: true }
  | { readonly kind: "territory" | "edition" | "number" | "text" };

/** A parameter as Excel shows it; every parameter is handed over as a block of cells. */
export interface ParameterDefinition {
  readonly name: Localized;
  readonly description: Localized;
  readonly optional?: boolean;
  /** A text or a cell if it is not said. */
  readonly takes?: ParameterInput;
  /** The last one may be repeated. */
  readonly repeating?: boolean;
}

/** Arguments as typed; null is one that is left out. */
export type ExampleArguments = readonly (string | number | null)[];

export type FunctionResult = ResultCell | ResultTable;

/**
 * A function of namespace BVN: its description for Excel beside what it computes. `compute` gets one
 * argument per fixed parameter, then the repeated ones; it returns plain values or throws FormulaError.
 */
export interface FunctionDefinition {
  /** Name behind "BVN.", the same in every language. */
  readonly id: string;
  readonly description: Localized;
  readonly parameters: readonly ParameterDefinition[];
  /** Whether the result is one value or spills. */
  readonly result: "scalar" | "matrix";
  /** Arguments of examples on the sample of 2014; the reference runs them. */
  readonly examples: readonly ExampleArguments[];
  readonly compute: (
    context: FunctionContext,
    fixed: readonly Argument[],
    repeated: readonly Argument[],
  ) => FunctionResult;
}

/** Number of the parameters before the repeated one. */
export const fixedCount = ({ parameters }: Pick<FunctionDefinition, "parameters">): number =>
  parameters.length - (parameters.at(-1)?.repeating ? 1 : 0);
