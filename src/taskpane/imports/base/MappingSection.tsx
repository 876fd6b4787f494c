import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { MappingItem, MappingSection as Section } from "../../../domain/olderBase";
import { usePages } from "../../lists/usePages";
import { useStudyState } from "../../study/context";
import { sectionTitles } from "../../texts/olderBase";
import { MappingRow } from "./MappingRow";
import { useBase } from "./useBase";

const PAGE = 15;

/** Values of one sort: those to be looked at, and behind them those that say exactly what they mean. */
export function MappingSection({ section, items }: { section: Section; items: readonly MappingItem[] }) {
  const { session, state, texts } = useBase();
  const { language } = useStudyState();
  if (!items.length) return null;
  const isOpen = ({ key, certain, chosen }: MappingItem) => !certain && !chosen && !state.choices.has(key);
  const doubtful = items.filter(({ certain }) => !certain);
  const certain = items.filter((item) => item.certain);
  const open = items.filter(isOpen);
  const proposals = open.filter(({ proposed }) => proposed !== null);
  const others = open.filter(({ proposed, options }) => proposed === null && options.some(isOut));
  const title = sectionTitles[section][language];
  return (
    <details className="bvn-part" open={doubtful.length > 0 || undefined} data-section={section}>
      <summary>{texts.sectionOpen(title, open.length)}</summary>
      {(proposals.length > 1 || others.length > 1) && (
        <div className="bvn-all" role="group" aria-label={title}>
          {proposals.length > 0 && (
            <DefaultButton
              text={texts.confirmAll(proposals.length)}
              onClick={({ currentTarget }) => {
                toSummary(currentTarget as HTMLElement);
                session.confirm(proposals);
              }}
            />
          )}
          {others.length > 0 && (
            <DefaultButton
              text={texts.leaveOutAll(others.length)}
              onClick={({ currentTarget }) => {
                toSummary(currentTarget as HTMLElement);
                session.leaveOut(others);
              }}
            />
          )}
        </div>
      )}
      <Rows items={doubtful} />
      {certain.length > 0 && (
        <details className="bvn-part">
          <summary>{texts.certain(certain.length)}</summary>
          <Rows items={certain} />
        </details>
      )}
    </details>
  );
}

/** The button pressed goes: the keyboard stays at its section. */
const toSummary = (button: HTMLElement) => button.closest("details")?.querySelector("summary")?.focus();

const isOut = ({ id }: MappingItem["options"][number]) => id === "aside" || id === "leaveOut";

function Rows({ items }: { items: readonly MappingItem[] }) {
  const { shown, more } = usePages(items, PAGE);
  return (
    <>
      <ul className="bvn-mapping">
        {shown.map((item) => (
          <MappingRow key={item.key} item={item} />
        ))}
      </ul>
      {more}
    </>
  );
}
