import { words } from "../../domain/questionnaire/words";
import { useStudyState } from "../study/context";
import { RankList } from "./RankList";
import {
  meaningCodes,
  meaningRanks,
  motivationCodes,
  motivationRanks,
  placeId,
  withMeaningRanks,
  withMotivationRanks,
} from "./sheetModel";
import { usePolitics } from "./usePolitics";

/** Motivations in the order of their importance, and what each one means. */
export function MotivationsSection() {
  const { editor, state, texts } = usePolitics();
  const { codebook, language } = useStudyState();
  const { sheet, problems } = state;
  if (!sheet) return null;
  const title = words.motivations[language];
  const lists = ["motivation", "meaning"].map((id) => codebook.field("motivations", id).list!);
  const items = (list: string, codes: readonly number[]) =>
    codes.map((code) => ({
      code,
      label: codebook.label(list, code, language),
      help: codebook.code(list, code)?.help?.[language],
    }));
  const codes = motivationCodes(sheet);
  const error = (id: string) => problems.get(id)?.message[language];
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <RankList
        id={placeId.motivations}
        label={title}
        items={items(lists[0], codes)}
        ranks={motivationRanks(sheet)}
        error={error(placeId.motivations)}
        onChange={(ranks) => editor.change((now) => withMotivationRanks(now, ranks))}
      />
      {codes.map((code) => {
        const about = texts.meaningsOf(codebook.label(lists[0], code, language));
        const meanings = meaningCodes(codebook, sheet, code);
        const id = placeId.meanings(code);
        if (!meanings.length) return null;
        return (
          <details key={code} className="bvn-part" open={error(id) !== undefined || undefined}>
            <summary>{about}</summary>
            <RankList
              id={id}
              label={about}
              items={items(lists[1], meanings)}
              ranks={meaningRanks(sheet, code)}
              error={error(id)}
              onChange={(ranks) => editor.change((now) => withMeaningRanks(now, code, ranks))}
            />
          </details>
        );
      })}
    </section>
  );
}
