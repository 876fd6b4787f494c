import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";

interface ShowMoreProps {
  /** Items not shown yet. */
  readonly left: number;
  readonly page: number;
  readonly onMore: () => void;
}

/** The next items of a long list, when the person asks for them. */
export function ShowMore({ left, page, onMore }: ShowMoreProps) {
  const texts = useSpoken(importTexts);
  return left > 0 ? <ActionButton text={texts.showMore(Math.min(left, page))} onClick={onMore} /> : null;
}
