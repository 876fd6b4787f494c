import type { Language } from "../domain/language";
import { functionDefinitions } from "./catalogue";

/** One function of Excel's custom functions metadata file (functions.json). */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: "any";
    readonly dimensionality: "matrix";
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly type: "any"; readonly dimensionality: "matrix" | "scalar" };
  readonly options: { readonly stream: boolean; readonly cancelable: boolean };
}

/** Content of functions.json. */
export interface FunctionsFile {
  /** Errors in a range reach the function, which names them, instead of failing the call. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: FunctionMetadata[];
}

/**
 * Content of functions.json in one language, made from the definitions: ids and names are the same in both,
 * descriptions and parameter names are not.
 * @param helpUrl Address of a function's page; Excel's own help on the function opens it.
 */
export function functionsMetadata(language: Language, helpUrl?: (id: string) => string): FunctionsFile {
  return {
    allowErrorForDataTypeAny: true,
    functions: functionDefinitions.map(({ id, description, parameters, result }) => ({
      id,
      name: id,
      description: description[language],
      ...(helpUrl ? { helpUrl: helpUrl(id) } : {}),
      parameters: parameters.map((parameter) => ({
        name: parameter.name[language],
        description: parameter.description[language],
        type: "any" as const,
        dimensionality: "matrix" as const,
        ...(parameter.optional ? { optional: true } : {}),
        ...(parameter.repeating ? { repeating: true } : {}),
      })),
      result: { type: "any" as const, dimensionality: result },
      // Streaming: the value follows the base without anyone recalculating.
      options: { stream: true, cancelable: true },
    })),
  };
}
