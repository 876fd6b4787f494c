import type { Codebook } from "../../../domain/codebook";
import { questionOptions } from "../../../domain/messages/questionnaire";
import type {
  FileDecisions,
  RefusedQuestionnaire,
  ReturnedIdentity,
} from "../../../domain/questionnaire/returned";
import { searchKey } from "../../../domain/territories/key";
import { similarity } from "../../../domain/text/similarity";
import type { ReadWorkbook } from "../../xlsx/types";
import { identityNames, KIND } from "../identity";
import { ficheIdentity } from "./fiche";
import { byBlock, locateBlocks, type Located } from "./find";
import { HeaderIndex } from "./headers";
import { fileAnomaly, Remarks } from "./remarks";

interface Identified {
  readonly kind: "identified";
  readonly identity: ReturnedIdentity;
  readonly codebook: Codebook;
  readonly remarks: Remarks;
  /** Blocks by the headers of this code book. */
  readonly located: readonly Located[];
}

/** Tables only a study workbook has. */
const STUDY_TABLES = ["Journal", "Rejets", "Panel"];
/** Least likeness of two names of one territory. */
const SAME_NAME = 0.55;

/** What a file says it is, by its defined names, else by the territory's sheet; and the code book to read it with. */
export function readIdentity(
  workbook: ReadWorkbook,
  file: string,
  codebooks: readonly Codebook[],
  decisions: FileDecisions,
  officialName: ((code: string) => string | undefined) | undefined,
): Identified | RefusedQuestionnaire {
  const refused = (anomaly: RefusedQuestionnaire["anomaly"]): RefusedQuestionnaire => ({
    kind: "refused",
    file,
    anomaly,
  });
  const named = (name: string) => constantOf(workbook.names.get(name));
  const kind = named(identityNames.kind) ?? (isStudy(workbook) ? "study" : undefined);
  if (kind !== undefined && kind !== KIND) {
    return refused(fileAnomaly(file, "otherKind", "error", {}, { kind }));
  }
  // The territory's sheet is laid out alike in all editions.
  const found = locateBlocks(workbook, HeaderIndex.of(codebooks[0]));
  const groups = byBlock(found);
  const fiche = ficheIdentity(groups.get("fiche") ?? []);
  if (
    kind === undefined &&
    !groups.has("projects") &&
    !groups.has("motivations") &&
    !groups.has("statements")
  ) {
    const names = workbook.sheets.map(({ name }) => name);
    return refused(fileAnomaly(file, "notAQuestionnaire", "error", {}, { found: names }));
  }
  const version = named(identityNames.codebook) ?? fiche.codebook;
  const said = named(identityNames.edition) ?? fiche.edition;
  const current = codebooks[0];
  const codebook = said
    ? codebooks.find(({ edition }) => edition.id === said)
    : (codebooks.find(({ edition }) => edition.version === version) ?? current);
  if (!codebook) {
    const known = codebooks.map(({ edition }) => edition.id);
    return refused(fileAnomaly(file, "unknownEdition", "error", {}, { value: said, known }, { value: said }));
  }
  const documentId = named(identityNames.documentId) ?? fiche.documentId;
  const code = named(identityNames.territoryCode) ?? fiche.code;
  const remarks = new Remarks(file, documentId || `${file} ${code}`, decisions);
  const { edition } = codebook;
  if (!said) remarks.add("editionMissing", "warning", {}, { assumed: edition.id });
  if (edition.id !== current.edition.id) {
    remarks.add("otherEdition", "warning", {}, { found: edition.id, current: current.edition.id });
  } else if (version !== edition.version) {
    remarks.add("otherVersion", "info", {}, { found: version, current: edition.version });
  }
  const language = named(identityNames.language);
  const previous = named(identityNames.previous);
  const territory = territoryOf(
    { code: named(identityNames.territoryCode) ?? "", name: named(identityNames.territoryName) ?? "" },
    fiche,
    remarks,
    officialName,
  );
  const identity: ReturnedIdentity = {
    edition: edition.id,
    codebookVersion: version,
    documentId,
    ...(language === "fr" || language === "en" || language === "bilingual" ? { language } : {}),
    ...(previous ? { previous } : {}),
    territory,
  };
  const located = codebook === current ? found : locateBlocks(workbook, HeaderIndex.of(codebook));
  return { kind: "identified", identity, codebook, remarks, located };
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The territory the file was made for; when its sheet says another one, a person must choose. */
function territoryOf(
  made: Named,
  typed: Named,
  remarks: Remarks,
  officialName: ((code: string) => string | undefined) | undefined,
): Named {
  const mend = ({ code, name }: Named): Named => {
    const whole = territoryCode(code);
    if (whole !== code.trim() && whole.length > code.trim().length) {
      remarks.add("zeroRestored", "info", {}, { found: code, code: whole }, { value: code });
    }
    return { code: whole, name: name.trim() };
  };
  let territory = made.code ? mend(made) : mend(typed);
  const differs =
    (made.code && typed.code && territoryCode(made.code) !== territoryCode(typed.code)) ||
    (made.name && typed.name && likeness(made.name, typed.name) < SAME_NAME);
  if (differs) {
    const text = ({ code, name }: Named) => `${name} (${code})`;
    const decided = remarks.ask(
      "territoryDisagrees",
      {},
      `${text(made)} ${text(typed)}`,
      { made: text(made), typed: text(typed) },
      [
        { id: "made", label: questionOptions.territory(text(made)) },
        { id: "typed", label: questionOptions.territory(text(typed)) },
      ],
      text(typed),
    );
    territory = decided === "typed" ? mend(typed) : decided === "made" ? mend(made) : { code: "", name: "" };
    return territory;
  }
  if (!territory.code && !territory.name) remarks.add("territoryMissing", "error", {}, {});
  const official = territory.code ? officialName?.(territory.code) : undefined;
  if (official && territory.name && likeness(official, territory.name) < SAME_NAME) {
    const params = { code: territory.code, name: territory.name, official };
    remarks.add("codeNameDisagree", "warning", {}, params, { value: territory.name });
  }
  return territory;
}

const likeness = (a: string, b: string): number => {
  const [x, y] = [searchKey(a), searchKey(b)];
  return x.includes(y) || y.includes(x) ? 1 : similarity(x, y);
};

/**
 * An INSEE code or SIREN as it is written: spreadsheets take leading zeros, people put spaces.
 * @example territoryCode("1004") // "01004"
 * @example territoryCode("2a004") // "2A004"
 */
export function territoryCode(text: string): string {
  const code = text.replace(/[\s\u00A0\u202F.]/g, "").toUpperCase();
  return /^\d{4}$/.test(code) ? `0${code}` : code;
}

/** Value of a defined name that is a constant text: `"2014"` → 2014. */
export function constantOf(formula: string | undefined): string | undefined {
  const text = /^=?"((?:[^"]|"")*)"$/.exec(formula ?? "");
  return text && text[1] !== "" ? text[1].replace(/""/g, '"') : undefined;
}

/** A study workbook that has lost the name that says so. */
function isStudy({ tables }: ReadWorkbook): boolean {
  return STUDY_TABLES.every((name) => tables.some((table) => table.name === name));
}
