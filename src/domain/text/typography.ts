import type { Language } from "../language";

/**
 * A sentence with the spaces French print asks for: no line may break before : ; ! ? % » or after «, nor inside a
 * number. English is left as it is.
 *
 * Source: Imprimerie nationale, Lexique des règles typographiques.
 * @example typeset("Combien ? « 12 % »", "fr") // "Combien\u202f? «\u00a012\u00a0%\u00a0»"
 * @example typeset("How many?", "en") // "How many?"
 */
export function typeset(text: string, language: Language): string {
  if (language !== "fr") return text;
  return text
    .replace(/« /g, "«\u00a0")
    .replace(/ ([»:%])/g, "\u00a0$1")
    .replace(/ ([?!;])/g, "\u202f$1")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u202f");
}
