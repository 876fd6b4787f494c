import { useEffect, type RefObject } from "react";
import { Callout, DirectionalHint } from "office-ui-fabric-react/lib/Callout";
import type { Choice, ChoiceGroup } from "./choices";

interface ChoiceListProps {
  readonly id: string;
  readonly label: string;
  readonly target: RefObject<HTMLDivElement | null>;
  readonly groups: readonly ChoiceGroup[];
  /** Position of the highlighted choice over all groups; -1 for none. */
  readonly active: number;
  readonly optionId: (at: number) => string;
  readonly nothingFound?: string;
  readonly onChoose: (choice: Choice) => void;
  readonly onDismiss: () => void;
}

/** The list under a search field. The focus stays in the field; the list only shows where it is. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, groups, active, optionId, target } = props;
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(active))?.scrollIntoView?.({ block: "nearest" });
  });
  let at = -1;
  return (
    <Callout
      target={target.current?.querySelector<HTMLElement>(".ms-TextField-fieldGroup") ?? target}
      directionalHint={DirectionalHint.bottomLeftEdge}
      directionalHintFixed={false}
      isBeakVisible={false}
      gapSpace={2}
      calloutWidth={target.current?.clientWidth}
      calloutMaxHeight={320}
      onDismiss={props.onDismiss}
      shouldRestoreFocus={false}
    >
      {groups.length > 0 && (
        <div id={id} role="listbox" aria-label={props.label} className="bvn-choices">
          {groups.map((group, index) => (
            <div key={group.heading ?? index} role="group" aria-label={group.heading ?? props.label}>
              {group.heading && (
                <div className="bvn-choices-heading" role="presentation">
                  {group.heading}
                  {group.note && <span> – {group.note}</span>}
                </div>
              )}
              {group.choices.map((choice) => {
                const position = ++at;
                return (
                  <div
                    key={choice.key}
                    id={optionId(position)}
                    role="option"
                    aria-selected={position === active}
                    className="bvn-choice"
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => props.onChoose(choice)}
                  >
                    <span>{choice.label}</span>
                    {choice.detail && <span className="bvn-quiet">{choice.detail}</span>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      )}
      {props.nothingFound && (
        <div className="bvn-choices-none" role="status">
          {props.nothingFound}
        </div>
      )}
    </Callout>
  );
}
