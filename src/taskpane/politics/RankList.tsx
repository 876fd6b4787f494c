import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { usePolitics } from "./usePolitics";
import { orderOf, place, type Ranks } from "./ranking";
import { RankItem } from "./RankItem";

export interface Rankable {
  readonly code: number;
  readonly label: string;
  readonly help?: string;
}

interface RankListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Rankable[];
  readonly ranks: Ranks;
  readonly error?: string;
  readonly onChange: (ranks: Ranks) => void;
}

/**
 * Things to be put in order. One stop of the Tab key; arrows go from line to line, with Alt they move the line,
 * a digit gives its rank, 0 takes it out. The same with the mouse: drag, or the arrows of each line.
 */
export function RankList({ id, label, items, ranks, error, onChange }: RankListProps) {
  const { texts } = usePolitics();
  const root = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const wanted = useRef<number | null>(null);
  const [, setMoves] = useState(0);
  const codes = items.map(({ code }) => code);
  const { ranked, others } = orderOf(codes, ranks);
  const order = [...ranked, ...others];
  const stop = current !== null && order.includes(current) ? current : order[0];
  const itemOf = (code: number) => items.find((item) => item.code === code)!;
  // A line that moves in the page loses the focus: it is given back before anything else is typed.
  useLayoutEffect(() => {
    const { current: code } = wanted;
    wanted.current = null;
    if (code !== null) root.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus();
  });
  const focus = (code: number) => {
    wanted.current = code;
    setCurrent(code);
    setMoves((count) => count + 1);
  };
  const move = (code: number, to: number) => {
    const next = place(codes, ranks, code, to);
    onChange(next);
    const rank = next.get(code);
    const { label: own } = itemOf(code);
    const count = orderOf(codes, next).ranked.length;
    setSaid(own + (typeof rank === "number" ? texts.rankOf(rank, count) : texts.notRanked));
    focus(code);
  };
  const step = (code: number, by: 1 | -1) => {
    const at = ranked.indexOf(code);
    if (at < 0) return by < 0 ? move(code, ranked.length + 1) : undefined;
    if (by > 0 && at === ranked.length - 1) return move(code, 0);
    if (at + by >= 0) move(code, at + 1 + by);
  };
  const onKeyDown = (event: KeyboardEvent, code: number) => {
    if (event.ctrlKey || event.metaKey) return;
    const arrow = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as "ArrowUp" | "ArrowDown"];
    if (arrow) {
      if (event.altKey) step(code, arrow);
      else focus(order[(order.indexOf(code) + arrow + order.length) % order.length]);
    } else if (event.altKey) return;
    else if (/^[0-9]$/.test(event.key)) move(code, Number(event.key));
    else if (event.key === "Delete" || event.key === "Backspace") move(code, 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = (code: number | null) => {
    if (dragged !== null && dragged !== code) {
      const at = code === null ? 0 : ranked.indexOf(code);
      move(dragged, code === null || at < 0 ? (ranked.includes(dragged) ? 0 : ranked.length + 1) : at + 1);
    }
    setDragged(null);
  };
  const hint = `${id}-hint`;
  return (
    <div className="bvn-ranking">
      <p id={hint} className="bvn-quiet">
        {texts.rankHint}
      </p>
      <ul
        ref={root}
        id={id}
        tabIndex={-1}
        aria-label={label}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {order.map((code, at) => (
          <RankItem
            key={code}
            item={itemOf(code)}
            rank={ranks.get(code) ?? null}
            count={ranked.length}
            first={at === ranked.length && at > 0}
            stop={code === stop}
            hint={hint}
            dragged={dragged === code}
            onKeyDown={(event) => onKeyDown(event, code)}
            onFocus={() => setCurrent(code)}
            onStep={(by) => step(code, by)}
            onRank={() => move(code, ranked.length + 1)}
            onDrag={() => setDragged(code)}
            onDragEnd={() => setDragged(null)}
            onDrop={() => drop(code)}
          />
        ))}
      </ul>
      <p className="bvn-unseen" role="status">
        {said}
      </p>
      {error && (
        <p id={`${id}-error`} role="alert" className="bvn-error">
          {error}
        </p>
      )}
    </div>
  );
}
