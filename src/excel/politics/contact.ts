import type { RowChange } from "../../domain/imports/types";
import { sameValue } from "../../domain/imports/values";
import type { Draft } from "../../domain/records/project";
import { normalizeText } from "../../domain/text/normalize";
import { sentence, StudyError } from "../errors";
import { readTables } from "../imports/snapshot";
import { runExcel } from "../session";
import type { Done } from "../study/undo";
import type { StudyContext } from "../study/rows";
import { written, type Writer } from "./territory";

/** Steps of following a territory that have a day of their own, by the label of their code. */
const DAYS: readonly (readonly [field: string, label: string])[] = [
  ["sent", "Questionnaire envoyé"],
  ["reminded", "Relancé"],
  ["returned", "Reçu"],
];

/** Marks territories of the panel as sent, reminded … on a day; three requests, whatever their number. */
export async function markContact(
  study: StudyContext,
  write: Writer,
  territories: readonly string[],
  contact: number,
  date: string,
): Promise<Done<void>> {
  const { codebook } = study;
  const { panel } = await runExcel((context) => readTables(context, study, ["panel"]), study.run);
  const list = codebook.field("panel", "contact").list!;
  const day = DAYS.find(([, label]) => {
    const answer = codebook.reader(list).read(label);
    return answer.kind === "code" && answer.code === contact;
  });
  const wanted: Draft = { contact, ...(day ? { [day[0]]: date } : {}) };
  const places = new Map(panel.map(({ name }, at) => [normalizeText(String(name ?? "")), at]));
  const changes = territories.flatMap((territory): RowChange[] => {
    const at = places.get(normalizeText(territory));
    if (at === undefined) throw StudyError.of("territoryNotInPanel", { territory });
    const before = panel[at];
    const set = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => !sameValue(before[field], value)),
    );
    return Object.keys(set).length ? [{ kind: "update", table: "panel", at, before, set }] : [];
  });
  const code = codebook.code(list, contact);
  const what = sentence("contactMarked", {
    territories: territories.length,
    contact: code?.label ?? { fr: String(contact), en: String(contact) },
  });
  return written(write, changes, "contactMarked", what);
}
