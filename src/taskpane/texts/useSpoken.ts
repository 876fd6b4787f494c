import { useMemo } from "react";
import { useStudyState } from "../study/context";
import { speak, type Entry, type Spoken } from "./define";

/** A screen's own dictionary in the language of the study; it is loaded with the screen. */
export function useSpoken<T extends Record<string, Entry>>(entries: T): Spoken<T> {
  const { language } = useStudyState();
  return useMemo(() => speak(entries, language), [entries, language]);
}
