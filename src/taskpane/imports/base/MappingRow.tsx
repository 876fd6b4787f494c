import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { MappingItem } from "../../../domain/olderBase";
import { Choice } from "../../lists/Choice";
import { useSay } from "../../texts/useSpoken";
import { useBase } from "./useBase";

/** The button pressed goes: the keyboard goes on at the next row to be confirmed, else stays in this one. */
function goOn(button: HTMLElement): void {
  const row = button.closest("li");
  const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>("[data-open]") ?? [])];
  const next = rows[rows.findIndex((each) => each === row) + 1];
  (
    next?.querySelector<HTMLElement>("button") ?? (next ?? row)?.querySelector<HTMLElement>(".ms-Dropdown")
  )?.focus();
}

/** One value found, in how many rows, and what it is taken for. */
export function MappingRow({ item }: { item: MappingItem }) {
  const { session, state, texts } = useBase();
  const say = useSay();
  const { key, section, where, found, count, place, options, proposed, certain } = item;
  const chosen = state.choices.get(key) ?? item.chosen;
  const selected = chosen ?? proposed;
  const isOpen = !certain && chosen === null;
  const shown = section === "same" ? say(where) : found || texts.blank;
  const at = [place.sheet, place.cell].filter(Boolean).join("!");
  const facts = [section !== "same" && say(where), texts.rows(count), at];
  return (
    <li data-open={isOpen || undefined}>
      <span className="bvn-line-name">{shown}</span>
      <span className="bvn-quiet">{facts.filter(Boolean).join(" · ")}</span>
      <Choice
        ariaLabel={texts.takenFor(shown, say(where))}
        placeholder={texts.toDecide}
        options={options.map((option) => ({ key: option.id, text: say(option.label) }))}
        value={selected}
        // The mapping of the choice before may come while the next one is made.
        calloutProps={{ preventDismissOnScroll: true }}
        onChoose={(option) => session.choose(key, option)}
      />
      {isOpen && proposed !== null && (
        <span className="bvn-mapping-confirm">
          <span className="bvn-tag">{texts.proposed}</span>
          <DefaultButton
            text={texts.confirm}
            ariaLabel={texts.confirmOf(shown)}
            onClick={({ currentTarget }) => {
              goOn(currentTarget as HTMLElement);
              session.confirm([item]);
            }}
          />
        </span>
      )}
    </li>
  );
}
