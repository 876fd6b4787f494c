import type { Language } from "../../domain/language";
import { checkTexts } from "./check";
import { speak, type Spoken } from "./define";
import { helpTexts } from "./help";
import { projectTexts } from "./project";
import { shellTexts } from "./shell";

const texts = { ...shellTexts, ...projectTexts, ...checkTexts, ...helpTexts };

/** The pane's own sentences, in one language. Labels of fields, codes and commands are not here. */
export type Texts = Spoken<typeof texts>;

const spoken: Readonly<Record<Language, Texts>> = { fr: speak(texts, "fr"), en: speak(texts, "en") };

export const textsIn = (language: Language): Texts => spoken[language];
