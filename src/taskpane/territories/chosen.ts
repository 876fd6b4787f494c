/**
 * Names chosen, with some more or without them.
 * @example [...withChosen(new Set(["Lyon"]), ["Metz"], true)] // ["Lyon", "Metz"]
 * @example [...withChosen(new Set(["Lyon", "Metz"]), ["Lyon"], false)] // ["Metz"]
 */
export function withChosen(
  chosen: ReadonlySet<string>,
  names: Iterable<string>,
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const name of names) {
    if (on) next.add(name);
    else next.delete(name);
  }
  return next;
}

/** Those chosen that the panel still has, in its order. */
export const chosenOf = (
  { territories }: { readonly territories: readonly { readonly name: string }[] },
  chosen: ReadonlySet<string>,
): string[] => territories.map(({ name }) => name).filter((name) => chosen.has(name));
