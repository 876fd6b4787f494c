import { useCallback, useMemo } from "react";
import type { Localized } from "../../domain/language";
import { useStudyState } from "../study/context";
import { speak, typeset, type Entry, type Spoken } from "./define";

/** A screen's own dictionary in the language of the study; it is loaded with the screen. */
export function useSpoken<T extends Record<string, Entry>>(entries: T): Spoken<T> {
  const { language } = useStudyState();
  return useMemo(() => speak(entries, language), [entries, language]);
}

/** Says a sentence of the domain in the language of the study. */
export function useSay(): (sentence: Localized) => string {
  const { language } = useStudyState();
  return useCallback((sentence) => typeset(sentence[language], language), [language]);
}
