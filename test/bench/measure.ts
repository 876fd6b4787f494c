/** One figure of the bench: milliseconds unless the unit says otherwise. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly unit: string;
  /** Median divided by the median of the peer it is compared to. */
  readonly ratio?: { readonly to: string; readonly value: number };
  readonly note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A figure from values measured elsewhere. */
export function figure(name: string, values: readonly number[], unit = "ms", note?: string): Figure {
  return {
    name,
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    runs: values.length,
    unit,
    note,
  };
}

/** Runs `work` several times, after a few runs that do not count, and keeps each time. */
export function time(name: string, runs: number, work: (run: number) => unknown, warmUp = 2): Figure {
  for (let i = 0; i < warmUp; i++) work(-1 - i);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
  return figure(name, times);
}

/** The figure with its ratio to a peer of the same run. */
export const against = (own: Figure, peer: Figure): Figure => ({
  ...own,
  ratio: { to: peer.name, value: own.median / peer.median },
});

/** A table for the terminal. */
export function print(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, median: m, min, max, runs, unit, ratio, note }) => [
    name,
    `${m.toFixed(m < 1 ? 4 : 2)} ${unit}`,
    `${min.toFixed(min < 1 ? 4 : 2)} … ${max.toFixed(max < 1 ? 4 : 2)}`,
    String(runs),
    ratio ? `${ratio.value.toFixed(2)} × ${ratio.to}` : "",
    note ?? "",
  ]);
  const header = ["", "median", "min … max", "runs", "ratio", ""];
  const widths = header.map((_, c) => Math.max(...[header, ...rows].map((row) => row[c].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => cell.padEnd(widths[c]))
      .join("  ")
      .trimEnd();
  return [`\n${title}`, line(header), ...rows.map(line)].join("\n");
}
