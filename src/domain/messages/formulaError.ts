import type { Localized } from "../language";
import { formulaMessages } from "./formulas";

export type FormulaErrorCode = keyof typeof formulaMessages;

/**
 * Why a formula has no figure. Only #VALUE! (a wrong argument) and #N/A (no data) carry a message in Excel.
 */
export class FormulaError extends Error {
  private constructor(
    readonly code: FormulaErrorCode,
    readonly kind: "value" | "notAvailable",
    readonly text: Localized,
  ) {
    super(text.en);
    this.name = "FormulaError";
  }

  /** A wrong argument, a wrong value: #VALUE! */
  static value<C extends FormulaErrorCode>(code: C, params: Parameters<(typeof formulaMessages)[C]>[0]) {
    return new FormulaError(code, "value", write(code, params));
  }

  /** Nothing to compute from: #N/A */
  static notAvailable(code: "noData" | "noBase" | "baseLoading" | "emptyBase" | "hidden"): FormulaError;
  static notAvailable(code: "noVariation", params: { n: number }): FormulaError;
  static notAvailable(
    code: "noData" | "noBase" | "baseLoading" | "emptyBase" | "hidden" | "noVariation",
    params?: { n: number },
  ): FormulaError {
    return new FormulaError(code, "notAvailable", write(code, params as never));
  }
}

function write<C extends FormulaErrorCode>(
  code: C,
  params: Parameters<(typeof formulaMessages)[C]>[0],
): Localized {
  return (formulaMessages[code] as (params: unknown) => Localized)(params);
}
