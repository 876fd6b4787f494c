import type { KeyboardEvent } from "react";
import { IconButton } from "office-ui-fabric-react/lib/Button";
import type { Rankable } from "./RankList";
import { usePolitics } from "./usePolitics";

interface RankItemProps {
  readonly item: Rankable;
  readonly rank: string | number | null;
  /** Lines that have a rank. */
  readonly count: number;
  /** The first one without a rank, set apart from those above. */
  readonly first: boolean;
  /** The one line the Tab key stops at. */
  readonly stop: boolean;
  readonly hint: string;
  readonly dragged: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onRank: () => void;
  readonly onDrag: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

/** One line of a ranking. */
export function RankItem(props: RankItemProps) {
  const { item, rank, count, first, stop, hint, dragged } = props;
  const { texts } = usePolitics();
  const { code, label, help } = item;
  const ranked = typeof rank === "number";
  const stands = ranked ? texts.rankOf(rank, count) : rank ? texts.markedAs(String(rank)) : texts.notRanked;
  return (
    <li
      className="bvn-rank"
      data-first={first || undefined}
      data-dragged={dragged || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", label);
        props.onDrag();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDragEnd={props.onDragEnd}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <button
        type="button"
        data-code={code}
        className="bvn-rank-line"
        tabIndex={stop ? 0 : -1}
        aria-describedby={hint}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={help}
        onKeyDown={props.onKeyDown}
        onFocus={props.onFocus}
        onClick={() => !ranked && props.onRank()}
      >
        <span className="bvn-code-number" aria-hidden>
          {ranked ? rank : rank || "–"}
        </span>
        <span>
          {label}
          <span className="bvn-unseen">{stands}</span>
        </span>
      </button>
      <span className="bvn-rank-moves" aria-hidden>
        <IconButton
          tabIndex={-1}
          iconProps={{ iconName: "ChevronUp" }}
          title={ranked ? texts.up(label) : texts.rankIt}
          disabled={rank === 1}
          onClick={() => props.onStep(-1)}
        />
        <IconButton
          tabIndex={-1}
          iconProps={{ iconName: "ChevronDown" }}
          title={texts.down(label)}
          disabled={!ranked}
          onClick={() => props.onStep(1)}
        />
      </span>
    </li>
  );
}
