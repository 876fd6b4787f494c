import type { BoardRow } from "../../domain/completeness";
import { usePages } from "../lists/usePages";
import { showDate } from "../project/dates";
import { useStudyState } from "../study/context";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";

const PAGE = 30;

/** Every territory: when it answered, how completely, its last file and by whom. */
export function WholePanel({ rows }: { rows: readonly BoardRow[] }) {
  const { language } = useStudyState();
  const texts = useSpoken(boardTexts);
  const { shown, more } = usePages(rows, PAGE);
  const day = (iso: string) => showDate(iso, language);
  const detail = ({ sent, reminded, returned, hasReturned, share }: BoardRow): string =>
    [
      sent && texts.sentOn(day(sent)),
      reminded && texts.remindedOn(day(reminded)),
      returned ? texts.returnedOn(day(returned)) : !hasReturned && texts.notReturned,
      share !== null && !Number.isNaN(share) && texts.complete(share),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <details className="bvn-part">
      <summary>{texts.all(rows.length)}</summary>
      <ul className="bvn-lines">
        {shown.map((row) => (
          <li key={row.territory}>
            <span className="bvn-line-name">
              {row.territory}
              {row.late && <span className="bvn-tag">{texts.lateTag}</span>}
            </span>
            <span className="bvn-quiet">{detail(row)}</span>
            {row.lastFile && <span className="bvn-quiet">{texts.lastFile(row.lastFile, row.by)}</span>}
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}
