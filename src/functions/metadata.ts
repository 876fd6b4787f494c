import type { Language } from "../domain/language";

/** One function of Excel's custom functions metadata file (functions.json). */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: "any" | "number" | "string" | "boolean";
    readonly dimensionality: "matrix" | "scalar";
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly type: string; readonly dimensionality: "matrix" | "scalar" };
  readonly options: { readonly stream: boolean; readonly cancelable: boolean };
}

/** Content of functions.json in one language. */
export function functionsMetadata(_language: Language): { functions: FunctionMetadata[] } {
  return { functions: [] };
}
