import { around } from "./around";
import { cells } from "./cells";
import { containers, otherKinds } from "./containers";
import { markup } from "./markup";
import { packaging } from "./packaging";
import type { FileCase } from "./types";

export type { FileCase } from "./types";
/** Every case of faults.md about files, by kind, but for those that weigh (bombs.ts); all made from code, the same in every run. */
export const corpus: Readonly<Record<string, readonly FileCase[]>> = {
  "files that are something else": otherKinds,
  zips: containers,
  XML: markup,
  parts: packaging,
  cells,
  "what stands around cells": around,
};
