import type { FormulaOperations, SelectedCell } from "../excel/formulas/contract";
import type { PlacedArgument } from "./explainRows";
import type { WrittenArgument, WrittenCall } from "./formulaCalls";

/** The cells an argument stands for without asking Excel; undefined if only Excel knows. */
function literal(written: WrittenArgument): PlacedArgument["cells"] {
  switch (written.kind) {
    case "omitted":
      return null;
    case "text":
    case "number":
    case "logical":
      return [[written.value]];
    default:
      return undefined;
  }
}

/** The arguments of a call in a cell, references read from the workbook. */
export async function knownArguments(
  formulas: Pick<FormulaOperations, "read">,
  cell: Pick<SelectedCell, "sheetId" | "row">,
  call: Pick<WrittenCall, "arguments">,
): Promise<PlacedArgument[]> {
  const references = call.arguments.flatMap((written) =>
    written.kind === "reference" ? [written.text] : [],
  );
  const read = references.length ? await formulas.read(cell, [...new Set(references)]) : [];
  const found = new Map([...new Set(references)].map((text, i) => [text, read[i]]));
  return call.arguments.map((written) => {
    const reference = written.kind === "reference" ? found.get(written.text) : undefined;
    return reference
      ? { written, cells: reference.cells, area: reference.area }
      : { written, cells: literal(written), area: null };
  });
}
