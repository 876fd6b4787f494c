import type { Localized } from "../../domain/language";
import type { ResultCell } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { plausibleText } from "../../domain/messages/plausible";
import { grim, LARGEST_N } from "../../domain/plausibility/grim";
import { measured } from "../../domain/plausibility/kinds";
import { readPrinted } from "../../domain/plausibility/printed";
import { isErrorValue, shapeOf, type Cells } from "../../domain/query/cells";
import { isBlank } from "../../domain/values/answer";
import { readNumber } from "../../domain/values/number";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";

const names = {
  printed: { fr: "imprimé", en: "printed" },
  n: { fr: "n", en: "n" },
  kind: { fr: "nature", en: "kind" },
} as const satisfies Record<string, Localized>;

/** One printed figure on one n. @throws FormulaError with what is wrong. */
function verdict(values: readonly unknown[], positions: readonly number[]): ResultCell {
  values.forEach((value, i) => {
    if (isErrorValue(value)) {
      throw FormulaError.value("errorInCriterion", { value, position: positions[i] });
    }
  });
  const [printed, base, kind] = values;
  if (isBlank(printed)) return null;
  const figure = readPrinted(printed);
  if (!figure) throw FormulaError.value("notAPrintedFigure", { value: printed });
  const n = isBlank(base) ? null : readNumber(base, { thousands: true });
  if (n === null || n < 1 || n > LARGEST_N || !Number.isInteger(n)) {
    throw FormulaError.value("notASampleSize", { value: isBlank(base) ? null : base, most: LARGEST_N });
  }
  const found = measured(figure, isBlank(kind) ? null : kind);
  if (found === "percentIsNoMean") throw FormulaError.value("percentIsNoMean", { value: printed, kind });
  if (found === "unknownKind") {
    throw FormulaError.value("unknownOption", {
      option: names.kind,
      value: kind,
      expected: ["%", "part", "moyenne / mean", "1-4"],
    });
  }
  return plausibleText(found.figure, n, grim(found.figure, n, found.scale));
}

/** Each cell of the largest block with its fellows of the others; what goes wrong is told in its own cell. */
function spread(blocks: readonly Cells[], positions: readonly number[]): ResultCell | ResultCell[][] {
  const isOne = (cells: Cells) => cells.length === 1 && cells[0].length === 1;
  const shape = blocks.find((cells) => !isOne(cells));
  if (!shape) {
    const result = verdict(
      blocks.map(([[value]]) => value),
      positions,
    );
    if (result === null) throw FormulaError.value("missingArgument", { name: names.printed });
    return result;
  }
  const other = blocks.findIndex((cells) => !isOne(cells) && shapeOf(cells) !== shapeOf(shape));
  if (other >= 0) {
    throw FormulaError.value("rangesOfDifferentSize", {
      position: positions[other],
      found: shapeOf(blocks[other]),
      expected: shapeOf(shape),
    });
  }
  return shape.map((row, i) =>
    row.map((_, j) => {
      try {
        return verdict(
          blocks.map((cells) => (isOne(cells) ? cells[0][0] : cells[i][j])),
          positions,
        );
      } catch (error) {
        if (error instanceof FormulaError) return error.text;
        throw error;
      }
    }),
  );
}

export const plausible: FunctionDefinition = {
  id: "PLAUSIBLE",
  description: {
    fr: "Dit si un pourcentage ou une moyenne imprimés peuvent venir de comptes entiers sur n ; sinon, les plus proches qui le peuvent (test GRIM). Une plage donne une plage.",
    en: "Says whether a printed percentage or mean can come from whole counts on n; if not, the nearest that can (GRIM test). A range gives a range.",
  },
  parameters: [
    {
      name: names.printed,
      description: {
        fr: 'Chiffre en texte, avec ses zéros : "76,60 %", "2,14", "1/3" ; cellule ou plage.',
        en: 'Figure as text, with its zeros: "76.60%", "2.14", "1/3"; cell or range.',
      },
    },
    {
      name: names.n,
      description: {
        fr: "Effectif sur lequel il est calculé ; un seul, ou une plage de même taille.",
        en: "Number it is computed on; one, or a range of the same size.",
      },
    },
    {
      name: names.kind,
      description: {
        fr: '"%", "part" (0 à 1), "moyenne" (de nombres entiers), ou les codes "1 à 4". Par défaut : part s’il y a un %, sinon moyenne.',
        en: '"%", "share" (0 to 1), "mean" (of whole numbers), or the codes "1 to 4". By default: a share if it has a %, else a mean.',
      },
      optional: true,
    },
  ],
  result: "matrix",
  examples: [
    ["48,8 %", 125],
    ["51,4 %", 131],
    ["72,22 %", 22],
    ["70,2 %", 37],
    ["1,39", 682, "1 à 4"],
  ],
  compute: (_, given: readonly Argument[]) => {
    const [printed, n, kind] = given;
    const blocks = [
      printed.range(names.printed),
      n.range(names.n),
      kind.isOmitted ? [[null]] : kind.range(names.kind),
    ];
    return spread(blocks, [printed.position, n.position, kind.position]);
  },
};
