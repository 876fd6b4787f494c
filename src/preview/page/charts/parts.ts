import type { DrawnSeries } from "../../host/charts";

export type Lang = "fr" | "en";
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export const PALETTE = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
export const colorOf = ({ color }: DrawnSeries, i: number) => color ?? PALETTE[i % PALETTE.length]!;
export const numeric = (value: unknown): number | null => (typeof value === "number" ? value : null);
export const words = (value: unknown) => String(value ?? "");
