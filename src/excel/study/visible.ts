/** Parts a stretch of rows is cut into at each step of the search. */
const PARTS = 24;

/** Whether the rows of a block are hidden: all of them, none, or some (null); Excel's own answer for a range. */
type Hidden = boolean | null;
interface Block {
  readonly first: number;
  readonly count: number;
}

/**
 * The first row from `start` in a direction that a filter does not hide; null at the end of the table. Excel
 * says of any range whether it is all hidden, so that a few requests find the row among a million.
 */
export async function nextVisible(
  context: Excel.RequestContext,
  rangeOf: (first: number, count: number) => Excel.Range,
  start: number,
  rowCount: number,
  step: 1 | -1,
): Promise<number | null> {
  let blocks = growing(start, rowCount, step);
  while (blocks.length) {
    const hidden = await hiddenOf(context, blocks, rangeOf);
    const at = blocks.findIndex((_, i) => hidden[i] !== true);
    if (at < 0) return null;
    const block = blocks[at];
    if (block.count === 1 || hidden[at] === false)
      return step === 1 ? block.first : block.first + block.count - 1;
    blocks = parts(block, step);
  }
  return null;
}

async function hiddenOf(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  rangeOf: (first: number, count: number) => Excel.Range,
): Promise<Hidden[]> {
  const ranges = blocks.map(({ first, count }) => rangeOf(first, count).load("rowHidden"));
  await context.sync();
  return ranges.map(({ rowHidden }) => rowHidden as Hidden);
}

/** Blocks that double in size away from the start: the next row is most often near. */
export function growing(start: number, rowCount: number, step: 1 | -1): Block[] {
  const blocks: Block[] = [];
  for (let at = start, size = 1; at >= 0 && at < rowCount; size *= 2) {
    const count = Math.min(size, step === 1 ? rowCount - at : at + 1);
    blocks.push({ first: step === 1 ? at : at - count + 1, count });
    at += step * count;
  }
  return blocks;
}

function parts({ first, count }: Block, step: 1 | -1): Block[] {
  const size = Math.ceil(count / PARTS);
  const blocks: Block[] = [];
  for (let at = 0; at < count; at += size)
    blocks.push({ first: first + at, count: Math.min(size, count - at) });
  return step === 1 ? blocks : blocks.reverse();
}
