/** A block of rows on the sheet: where it is, or how much it needs. */
export interface Placed {
  readonly id: string;
  readonly row: number;
  readonly rows: number;
}

export interface Surroundings {
  /** Blocks of ours as they stand. */
  readonly standing: readonly Placed[];
  /** Rows in which people have written among our columns. */
  readonly taken: readonly number[];
  /** Rows that charts and pictures of theirs lie over. They may lie over a block that stands: people saw it. */
  readonly covered?: readonly number[];
}

/**
 * Where each block goes, in the order given. While nobody has added anything they follow each other from the top.
 * Else every block that has room stays where it is, and the others go below everything: nothing of anybody's is
 * covered, and no two blocks overlap. O(blocks × (blocks + taken)).
 */
export function layOut(
  wanted: readonly { readonly id: string; readonly rows: number }[],
  { standing, taken, covered = [] }: Surroundings,
): Placed[] {
  if (!taken.length && !covered.length) {
    let row = 0;
    return wanted.map(({ id, rows }) => {
      const placed = { id, row, rows };
      row += rows;
      return placed;
    });
  }
  const known = new Map(standing.map((block) => [block.id, block]));
  let end = Math.max(-1, ...taken, ...covered, ...standing.map(({ row, rows }) => row + rows - 1)) + 2;
  return wanted.map(({ id, rows }) => {
    const block = known.get(id);
    if (block && hasRoom(block, rows, standing, [...taken, ...covered.filter((row) => !isIn(block, row))]))
      return { id, row: block.row, rows };
    const placed = { id, row: end, rows };
    end += rows;
    return placed;
  });
}

const isIn = ({ row, rows }: Placed, at: number): boolean => at >= row && at < row + rows;

function hasRoom(
  { id, row }: Placed,
  rows: number,
  standing: readonly Placed[],
  taken: readonly number[],
): boolean {
  const last = row + rows - 1;
  return (
    !taken.some((each) => each >= row && each <= last) &&
    !standing.some((other) => other.id !== id && other.row <= last && other.row + other.rows - 1 >= row)
  );
}
