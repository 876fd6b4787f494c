import { functionsMetadata } from "../../../src/functions/metadata";

const [fr, en] = [functionsMetadata("fr"), functionsMetadata("en")];
/** Everything but the texts. */
const shape = (file: typeof fr) =>
  file.functions.map(({ description: _d, parameters, ...rest }) => ({
    ...rest,
    parameters: parameters.map(({ name: _n, description: _p, ...parameter }) => parameter),
  }));

describe("functions.json", () => {
  test("is the same in both languages but for the texts", () => {
    expect(shape(fr)).toEqual(shape(en));
    expect(fr.functions.map(({ description }) => description)).not.toEqual(
      en.functions.map(({ description }) => description),
    );
  });
  test.each([
    ["fr", fr],
    ["en", en],
  ])("keeps Excel's rules (%s)", (_language, file) => {
    const ids = file.functions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, name, description, parameters, result, options } of file.functions) {
      expect(id).toMatch(/^[A-Za-z0-9_.]{3,}$/);
      expect(name).toMatch(/^\p{L}[\p{L}0-9_.]{2,127}$/u);
      expect(description.length).toBeGreaterThan(10);
      expect(options.stream).toBe(true);
      expect(["scalar", "matrix"]).toContain(result.dimensionality);
      const names = parameters.map((parameter) => parameter.name);
      expect(new Set(names).size).toBe(names.length);
      // Only the last parameter repeats, and nothing that must be given follows what may be left out.
      parameters.forEach((parameter, i) => {
        expect(parameter.name).toMatch(/^[\p{L}][\p{L}0-9_]*$/u);
        expect(parameter.description).not.toBe("");
        if (parameter.repeating) expect(i).toBe(parameters.length - 1);
        if (parameter.optional) expect(parameters.slice(i).every(({ optional }) => optional)).toBe(true);
      });
    }
  });
});
