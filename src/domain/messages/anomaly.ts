import type { TableId } from "../codebook/types";
import type { Localized } from "../language";
import { validationMessages } from "./validation";

export type AnomalyCode = keyof typeof validationMessages;
type ParamsOf<C extends AnomalyCode> = Parameters<(typeof validationMessages)[C]>[0];

/** error: the value cannot be used · warning: it can, but a person should look. */
export type Severity = "error" | "warning";

/** Where an anomaly stands: a row of a table of the study workbook. */
export interface Place {
  readonly table: TableId;
  /** 0-based row of the table's body; -1 when the table as a whole is meant. */
  readonly row: number;
  /** Field id; absent when the row as a whole is meant. */
  readonly field?: string;
}

/** Something wrong in the data, as data; its sentence comes from the catalogue. */
export interface Anomaly {
  readonly code: AnomalyCode;
  readonly severity: Severity;
  readonly place: Place;
  readonly value?: unknown;
  readonly message: Localized;
  /** A value that would mend it, as the cell would show it. */
  readonly suggestion?: string;
}

/** Makes an anomaly with the sentence of its code. */
export function anomaly<C extends AnomalyCode>(
  code: C,
  severity: Severity,
  place: Place,
  params: ParamsOf<C>,
  suggestion?: string,
): Anomaly {
  const write = validationMessages[code] as (params: ParamsOf<C>) => Localized;
  const value = (params as { value?: unknown }).value;
  return { code, severity, place, value, message: write(params), suggestion };
}
