import type { Codebook } from "../codebook";
import type { Base } from "./base";

interface Memory {
  readonly codebook: Codebook;
  readonly state: string;
  readonly values: Map<string, unknown>;
}

const memories = new WeakMap<Base, Memory>();

/**
 * What several formulas need of the projects and the panel, computed once for each state of them.
 * @param key Tells apart what is computed; the same key, the same result.
 */
export function remembered<T>(base: Base, key: string, make: () => T): T {
  const { codebook, editionId } = base;
  const state = `${base.tableOf("projects").version} ${base.tableOf("panel").version} ${editionId}`;
  let memory = memories.get(base);
  if (memory?.state !== state || memory.codebook !== codebook) {
    memories.set(base, (memory = { codebook, state, values: new Map() }));
  }
  const { values } = memory;
  if (!values.has(key)) values.set(key, make());
  return values.get(key) as T;
}
