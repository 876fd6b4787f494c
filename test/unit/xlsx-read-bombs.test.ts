import { bombs } from "../support/corpus/bombs";
import { MeasuredReader } from "../support/corpus/measured";

/** faults.md: under 2 s and 500 MB a file. Processor time, and twice it, so that a slow machine does not fail. */
const MOST_MS = 4000;
const MOST_MB = 500;

describe("files made to take all memory or time", () => {
  const reader = new MeasuredReader();
  beforeAll(() => reader.makeBombs(), 240_000);
  afterAll(() => reader.close());

  test.each(bombs.map((each, i) => [each.name, each, i] as const))(
    "%s",
    (_, { refused, cells, remarks, cellCount }, i) => {
      const { ms, peakMb, ...found } = reader.readBomb(i);
      expect(found).toEqual({
        outcome: refused ?? "read",
        ...(cells && { cells, cellCount: Object.keys(cells).length }),
        ...(cellCount !== undefined && { cellCount }),
        ...(refused === undefined && { remarks }),
      });
      expect(ms).toBeLessThan(MOST_MS);
      expect(peakMb).toBeLessThan(MOST_MB);
    },
  );
});
