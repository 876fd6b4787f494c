import { useState } from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Link } from "office-ui-fabric-react/lib/Link";
import type { BoardRow } from "../../domain/completeness";
import { ReceivedField } from "../imports/ReceivedField";
import { localDay } from "../localDay";
import { usePages } from "../lists/usePages";
import { showDate } from "../project/dates";
import { useServices, useStudyState } from "../study/context";
import { withChosen } from "../territories/chosen";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";
import { contactCode } from "./contactCode";

interface ContactListProps {
  /** What is done with these territories. */
  readonly step: "sent" | "reminded";
  readonly rows: readonly BoardRow[];
}

const PAGE = 30;

/** Territories something is to be done with; those ticked are marked as done on a day. */
export function ContactList({ step, rows }: ContactListProps) {
  const services = useServices();
  const { codebook, language, progress } = useStudyState();
  const texts = useSpoken(boardTexts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [day, setDay] = useState(localDay);
  const sending = step === "sent";
  const title = sending ? texts.toSend : texts.toRemind;
  const code = contactCode(codebook, step);
  // Those marked leave the list.
  const ticked = rows.filter(({ territory }) => chosen.has(territory)).map(({ territory }) => territory);
  const { shown, more } = usePages(rows, PAGE);
  const mark = () =>
    services.reporter
      .attempt(() => services.study.markContact(ticked, code!, day))
      .then((done) => {
        if (done) setChosen(new Set());
      });
  const detail = ({ sent, reminded }: BoardRow): string =>
    [
      sent && texts.sentOn(showDate(sent, language)),
      reminded ? texts.remindedOn(showDate(reminded, language)) : texts.neverReminded,
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <details className="bvn-part" open={(!sending && rows.length > 0) || undefined}>
      <summary>{`${title} (${rows.length})`}</summary>
      {!rows.length && <p>{sending ? texts.toSendNone : texts.toRemindNone}</p>}
      {rows.length > 0 && (
        <>
          <p className="bvn-picker-all">
            <Link onClick={() => setChosen(new Set(rows.map(({ territory }) => territory)))}>
              {texts.chooseAll(rows.length)}
            </Link>
            <Link disabled={!ticked.length} onClick={() => setChosen(new Set())}>
              {texts.chooseNone}
            </Link>
          </p>
          <ul className="bvn-board-list">
            {shown.map((row) => (
              <li key={row.territory}>
                <Checkbox
                  label={row.territory}
                  checked={chosen.has(row.territory)}
                  onChange={(_, on = false) => setChosen(withChosen(chosen, [row.territory], on))}
                />
                {!sending && <span className="bvn-quiet">{detail(row)}</span>}
              </li>
            ))}
          </ul>
          {more}
          <div className="bvn-board-mark">
            <ReceivedField label={texts.day} day={day} onDay={setDay} />
            <PrimaryButton
              text={sending ? texts.markSent(ticked.length) : texts.markReminded(ticked.length)}
              disabled={!ticked.length || code === undefined || progress !== null}
              allowDisabledFocus
              onClick={() => void mark()}
            />
          </div>
        </>
      )}
    </details>
  );
}
