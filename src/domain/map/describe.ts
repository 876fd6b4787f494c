import type { Language } from "../language";
import { counted } from "../messages/define";
import type { DepartmentMap, MappedTerritory } from "./byDepartment";

/**
 * A map in words, for those who do not see it: departments with their figure and territories, by code, then what lies
 * on no department. `write` gives a figure as it is written. O(territories).
 * @example describeMap({ departments: new Map([["73", { code: "73", name: "Savoie", figure: 2, territories: [{ code: "73065", name: "Chambéry", parent: "", figure: 2 }] }]]), unplaced: [] }, "en", String) // "1 territory in 1 department. 73 Savoie (2): Chambéry."
 * @example describeMap({ departments: new Map(), unplaced: [{ code: "200033157", name: "Caen la Mer", parent: "", figure: null }] }, "fr", String) // "1 territoire dans 0 département. Hors carte : Caen la Mer (sans chiffre)."
 */
export function describeMap(
  { departments, unplaced }: DepartmentMap,
  language: Language,
  write: (figure: number) => string,
): string {
  const fr = language === "fr";
  const none = fr ? "sans chiffre" : "no figure";
  const colon = fr ? " : " : ": ";
  const told = (figure: number | null): string => `(${figure === null ? none : write(figure)})`;
  const placed = [...departments.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const all = placed.reduce((sum, { territories }) => sum + territories.length, unplaced.length);
  const name = ({ name, figure }: MappedTerritory): string => `${name} ${told(figure)}`;
  const parts = placed.map(
    ({ code, name, figure, territories }) =>
      `${code} ${name} ${told(figure)}${colon}${territories.map((territory) => territory.name).join(", ")}`,
  );
  const territories = counted(all, ["territoire", "territoires"], ["territory", "territories"]);
  const inDepartments = counted(
    placed.length,
    ["département", "départements"],
    ["department", "departments"],
  );
  const sentences = [
    `${territories[language]} ${fr ? "dans" : "in"} ${inDepartments[language]}`,
    parts.join(fr ? " ; " : "; "),
    unplaced.length && `${fr ? "Hors carte" : "Not on the map"}${colon}${unplaced.map(name).join(", ")}`,
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(" ");
}
