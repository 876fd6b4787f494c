/**
 * Writes the questionnaires LibreOffice is given: `node -r ./tools/register.cjs
 * test/golden/questionnaire/libreoffice/make.ts FOLDER`. See README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { questionnaireBook } from "../../../../src/files/questionnaire";
import { codebook, codebookOf, filledByHand, previous, request, typed } from "../support";

const [, , folder] = process.argv;
mkdirSync(folder, { recursive: true });
const save = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, `${name}.xlsx`), bytes);
save("bilingual", typed(questionnaireBook(codebook, request({ previous, language: "bilingual" })), {}));
save("observatory", typed(questionnaireBook(codebookOf("2017"), request()), {}));
save("filled", filledByHand());
