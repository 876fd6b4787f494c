import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useTexts } from "../study/context";

/**
 * A long list shown a part at a time.
 * @param page Items shown first, and added each time the person asks for more.
 * @returns Those shown now; the button that asks for the next ones, to stand right after the list, `null` once all
 * are there.
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
          onClick={({ currentTarget }) => {
            const list = (currentTarget as Element).previousElementSibling;
            flushSync(() => setCount(count + page));
            goOn(list?.children[count]);
          }}
        />
      ) : null,
  };
}

/** The keyboard goes on at the first of those that came: the button moves away, or is gone. */
function goOn(item: Element | undefined): void {
  if (!(item instanceof HTMLElement)) return;
  const control = item.querySelector<HTMLElement>("button, a, input");
  if (!control) item.tabIndex = -1;
  (control ?? item).focus();
}
