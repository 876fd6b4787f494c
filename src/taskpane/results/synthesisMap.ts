import type { Base } from "../../domain/base/base";
import type { Language } from "../../domain/language";
import { describeMap } from "../../domain/map/describe";
import { hashText } from "../../domain/records/ids";
import { writeFigure } from "../../domain/reports/model";
import { panelMap } from "../../domain/reports/panelMap";
import { lenient, type Evaluate } from "../../domain/synthesis";
import type { DrawnMap } from "../../excel";
import { franceMap } from "../../files/map/franceMap";
import { rasterize, type Raster } from "./rasterize";

/** The map for the synthesis: the picture, and in words for those who do not see it; null if nobody answered. */
export async function synthesisMap(
  { base, evaluate }: { readonly base: Base; readonly evaluate: Evaluate },
  indicatorId: string,
  language: Language,
  toRaster: (svg: string) => Promise<Raster> = rasterize,
): Promise<DrawnMap | null> {
  const panel = panelMap(base, lenient(evaluate), indicatorId, language);
  if (!panel) return null;
  const { title, map, scale, format } = panel;
  const write = (figure: number): string => writeFigure(figure, format, language);
  const svg = franceMap({ title, language, map, scale, write });
  const { png, width, height } = await toRaster(svg);
  return {
    png,
    proportion: width / height,
    title,
    description: describeMap(map, language, write),
    mark: hashText(svg).toString(36),
  };
}
