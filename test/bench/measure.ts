/** One figure of the bench: milliseconds unless the unit says otherwise. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly unit: string;
  /** Median of the processor time of the whole process, where other programs share the machine. */
  readonly cpu?: number;
  /** What is aimed at. */
  readonly aim?: string;
  /** Median divided by the median of the peer it is compared to. */
  readonly ratio?: { readonly to: string; readonly value: number };
  readonly note?: string;
}

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What was asked, of whom, under which conditions. */
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

/** Time one piece of work took, and processor time the process used meanwhile, in milliseconds. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** Measures one run. */
export function once(work: () => unknown): Spent {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** Measures one run of work that takes turns. */
export async function onceAsync(work: () => Promise<unknown>): Promise<Spent> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** A figure of runs measured one by one. */
export function spent(name: string, runs: readonly Spent[], note?: string): Figure {
  const times = runs.map(({ wall }) => wall);
  return { ...figure(name, times, "ms", note), cpu: median(runs.map(({ cpu }) => cpu)) };
}

/** Runs `work` several times, after a few runs that do not count, and keeps each time. */
export function time(name: string, runs: number, work: (run: number) => unknown, warmUp = 2): Figure {
  for (let i = 0; i < warmUp; i++) work(-1 - i);
  return spent(
    name,
    Array.from({ length: runs }, (_, run) => once(() => work(run))),
  );
}

/** Measures work whose answer is known; one that answers otherwise is no peer. */
export function asked(name: string, runs: number, expected: number, work: () => unknown): Figure {
  const found = Number(work());
  if (!(Math.abs(found - expected) < 1e-9)) throw new Error(`${name}: ${found} instead of ${expected}`);
  return time(name, runs, work, 1);
}

/** Runs work that takes turns several times, as `time` does. */
export async function timeAsync(
  name: string,
  runs: number,
  work: () => Promise<unknown>,
  warmUp = 2,
): Promise<Figure> {
  const all: Spent[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const one = await onceAsync(work);
    if (run >= 0) all.push(one);
  }
  return spent(name, all);
}

/** The figure with its ratio to a peer of the same run: of processor times where both are known. */
export const against = (own: Figure, peer: Figure): Figure => {
  const value = own.cpu && peer.cpu ? own.cpu / peer.cpu : own.median / peer.median;
  return { ...own, ratio: { to: peer.name, value } };
};

const digits = (value: number) => value.toFixed(value < 1 ? 4 : value < 100 ? 2 : 0);
const columns = ["", "median", "processor", "min … max", "runs", "aim", "ratio", ""];

const cells = ({ name, median: m, cpu, min, max, runs, unit, aim, ratio, note }: Figure): string[] => [
  name,
  `${digits(m)} ${unit}`,
  cpu === undefined ? "" : `${digits(cpu)} ms`,
  runs > 1 ? `${digits(min)} … ${digits(max)}` : "",
  String(runs),
  aim ?? "",
  ratio ? `${ratio.value.toFixed(ratio.value < 0.1 ? 3 : 2)} × ${ratio.to}` : "",
  note ?? "",
];

/** A table for the terminal. */
export function print({ title, figures, note }: Section): string {
  const rows = figures.map(cells);
  const widths = columns.map((_, c) => Math.max(...[columns, ...rows].map((row) => row[c].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => cell.padEnd(widths[c]))
      .join("  ")
      .trimEnd();
  return [`\n${title}`, ...(note ? [note] : []), line(columns), ...rows.map(line)].join("\n");
}

/** A table for the documentation. */
export function markdown({ title, figures, note }: Section): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rows = figures.map(cells);
  // Columns nobody fills are left out.
  const kept = columns.map((_, c) => c === 0 || rows.some((row) => row[c] !== ""));
  const cut = (row: readonly string[]) => row.filter((_, c) => kept[c]);
  return [
    `## ${title}`,
    ...(note ? [note] : []),
    [line(cut(columns)), line(cut(columns).map(() => "---")), ...rows.map((row) => line(cut(row)))].join(
      "\n",
    ),
  ].join("\n\n");
}
