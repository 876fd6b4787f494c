/** Numbers of axes and labels in the formats charts use: General, 0, 0.0, 0.00, #,##0, 0%, 0.0%, [<0.05]"";0%. */
export function formatNumber(value: number, format: string, lang: "fr" | "en"): string {
  const [first, second = ""] = format.split(";");
  const below = /^\[<([\d.]+)\]""$/.exec(first!);
  if (below && value < Number(below[1])) return "";
  const positive = below ? second : first;
  const percent = positive!.includes("%");
  const decimals = /\.(0+)/.exec(positive!)?.[1]!.length ?? 0;
  const general = positive === "General";
  return value.toLocaleString(lang === "fr" ? "fr-FR" : "en-GB", {
    style: percent ? "percent" : "decimal",
    minimumFractionDigits: general ? 0 : decimals,
    maximumFractionDigits: general ? 2 : decimals,
  });
}

/** Round steps that divide an axis into four to eight parts, as Excel chooses them when not told. */
export function axisTicks(low: number, high: number, min: number | null, max: number | null): number[] {
  const least = min ?? (low < 0 ? low * 1.05 : 0);
  const to = max ?? (high > least ? high * 1.05 : least + 1);
  const rough = (to - least) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999)!;
  // Bars end before the axis does, at both ends.
  const from = min ?? Math.floor(least / step) * step;
  const ticks: number[] = [];
  const end = max ?? Math.ceil(to / step) * step;
  for (let i = 0; from + i * step <= end + step * 1e-6; i++) ticks.push(from + i * step);
  return ticks;
}
