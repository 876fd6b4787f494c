import { useState, type ReactNode } from "react";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useTexts } from "../study/context";

/**
 * A long list shown a part at a time.
 * @param page Items shown first, and added each time the person asks for more.
 * @returns Those shown now; the button that asks for the next ones, `null` once all are there.
 */
export function usePages<T>(
  items: readonly T[],
  page: number,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const texts = useTexts();
  const [count, setCount] = useState(page);
  const left = items.length - count;
  return {
    shown: items.slice(0, count),
    more:
      left > 0 ? (
        <ActionButton
          text={texts.showMore(Math.min(left, page))}
          onClick={() => setCount((now) => now + page)}
        />
      ) : null,
  };
}
