/**
 * The one theme of every chart, in Excel, in report workbooks and on the printed page. RRGGBB.
 *
 * Colours keep apart for people who see no red or no green, and in print without colour: neighbours differ in
 * lightness by at least a fifth of the scale. The hues are those of M. Okabe and K. Ito, Color Universal Design
 * (2008), put in an order of alternating lightness.
 */
export const chartTheme = {
  text: "333333",
  grid: "D9D9D9",
  background: "FFFFFF",
  /** What the chart is about, and what it is set against. */
  main: "12456B",
  against: "E69F00",
  /** Series without an order. */
  series: ["12456B", "E69F00", "8C2D04", "F0E442", "595959", "56B4E9"],
  /** Ends of the ramp for codes of an ordered scale. */
  lightest: "C6DBEF",
  darkest: "08306B",
} as const;

const channel = (color: string, at: number): number => parseInt(color.slice(at, at + 2), 16);

/**
 * Colours of an ordered scale, light for its first code, dark for its last.
 * @example orderedColours(1) // ["08306B"]
 * @example orderedColours(3) // ["C6DBEF", "6786AD", "08306B"]
 */
export function orderedColours(count: number): string[] {
  const { lightest, darkest } = chartTheme;
  return Array.from({ length: count }, (_, i) => {
    const share = count > 1 ? i / (count - 1) : 1;
    return [0, 2, 4]
      .map((at) => Math.round(channel(lightest, at) * (1 - share) + channel(darkest, at) * share))
      .map((value) => value.toString(16).padStart(2, "0"))
      .join("")
      .toUpperCase();
  });
}

/**
 * Relative luminance of a colour, 0 (black) … 1 (white).
 *
 * Source: WCAG 2.2, definition of relative luminance.
 * @example luminance("FFFFFF") // 1
 */
export function luminance(color: string): number {
  const [r, g, b] = [0, 2, 4]
    .map((at) => channel(color, at) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colours of a chart's series. */
export function seriesColours(count: number, ordered: boolean): readonly string[] {
  if (ordered) return orderedColours(count);
  return Array.from({ length: count }, (_, i) => chartTheme.series[i % chartTheme.series.length]);
}
