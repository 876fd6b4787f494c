/**
 * How an Excel class is told to the executor: a table of its members by their name on the wire.
 * A name that is not in the table is answered with NotImplemented naming class and member.
 */
import type { HostCore } from "./core";

export interface Handle<T = any> {
  cls: ExcelClass<T>;
  self: T;
}
type Later<V> = V | Promise<V>;

export interface ScalarProperty<T> {
  get(self: T, host: HostCore): Later<unknown>;
  set?(self: T, value: any, host: HostCore): Later<void>;
  /** Not read by a load() without names. */
  lazy?: boolean;
}
export interface Navigation<T> {
  open(self: T, host: HostCore): Handle | null;
  /** Writing an object property as a whole (rule, prompt): members one by one. */
  set?(self: T, value: any, host: HostCore): Later<void>;
}
export interface ExcelClass<T> {
  name: string;
  /** What the client keeps to find the object again: Id, _Id or _ReferenceId. */
  identity?(self: T, host: HostCore): Record<string, unknown>;
  scalars: Record<string, ScalarProperty<T>>;
  objects?: Record<string, Navigation<T>>;
  /** Answers a scalar, a Handle, or null for an object that does not exist. */
  methods?: Record<string, (self: T, args: any[], host: HostCore) => Later<unknown>>;
  /** For collections. */
  items?(self: T, host: HostCore): Handle[];
  indexer?(self: T, key: any, host: HostCore): Handle;
  /** Its values come out of a calculation: settle it before reading. */
  calculated?: boolean;
}
export const open = <T>(cls: ExcelClass<T>, self: T): Handle<T> => ({ cls, self });
export const openOrNull = <T>(cls: ExcelClass<T>, self: T | null | undefined): Handle<T> | null =>
  self == null ? null : { cls, self };
export const isHandle = (value: unknown): value is Handle =>
  typeof value === "object" && value !== null && "cls" in value && "self" in value;
/** A property that is kept and given back, without an effect in the preview. */
export const kept = <T extends { kept: Record<string, unknown> }>(
  name: string,
  initial: unknown,
): ScalarProperty<T> => ({
  get: (self) => self.kept[name] ?? initial,
  set: (self, value) => void (self.kept[name] = value),
});
