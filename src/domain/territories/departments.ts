import type { Codebook } from "../codebook";
import file from "./regions-of-departments.json";

/** A department with the region it lies in, today and until 2015. */
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly regionBefore2016: string;
}

/** All departments, by code. */
export const departments: ReadonlyMap<string, Department> = new Map(
  file.rows.map(([code, name, region, regionBefore2016]) => [code, { code, name, region, regionBefore2016 }]),
);

/**
 * Code of the department an INSEE code lies in: its first two characters, three overseas.
 * @example departmentOf("93066") // "93"
 * @example departmentOf("97411") // "974"
 * @example departmentOf("2A004") // "2A"
 */
export function departmentOf(inseeCode: string): string {
  return inseeCode.slice(0, inseeCode.startsWith("97") ? 3 : 2);
}

/**
 * Code of a department's region in the code book's own list, which holds the 22 regions of before 2016 or
 * today's; undefined if the list has neither name. Regions found in both lists did not change.
 */
export function regionFor(codebook: Codebook, departmentCode: string): number | undefined {
  const department = departments.get(departmentCode);
  if (!department) return undefined;
  for (const name of [department.region, department.regionBefore2016]) {
    const answer = codebook.reader("region").read(name);
    if (answer.kind === "code") return answer.code;
  }
  return undefined;
}
