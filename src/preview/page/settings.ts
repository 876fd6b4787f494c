import { languageOf, type Language } from "./language";

/** What the address asks of the preview: `?book=…&lang=…&theme=…&blank=…`. */
export interface Settings {
  readonly book: "empty" | "study" | "sample-2014";
  readonly lang: Language;
  readonly theme: "light" | "dark" | "contrast";
  /** How the host hands an empty cell to a custom function; Excel does each of the three on some platform. */
  readonly blank: "zero" | "null" | "empty";
}

const allowed = {
  book: ["empty", "study", "sample-2014"],
  lang: ["fr", "en"],
  theme: ["light", "dark", "contrast"],
  blank: ["zero", "null", "empty"],
} as const;

/**
 * Reads the address. A parameter that is not one of ours, or a value it does not take, is an error that says so:
 * a mistyped address would otherwise show something else than asked.
 */
export function readSettings(search: string, displayLanguage: string): Settings {
  const asked = new URLSearchParams(search);
  for (const [name, value] of asked) {
    if (!(name in allowed))
      throw new Error(`?${name}=: unknown. The preview knows ${Object.keys(allowed).join(", ")}.`);
    const values: readonly string[] = allowed[name as keyof typeof allowed];
    if (!values.includes(value)) throw new Error(`?${name}=${value}: choose one of ${values.join(", ")}.`);
  }
  const get = <T>(name: string, otherwise: T): T => (asked.get(name) as T | null) ?? otherwise;
  return {
    book: get("book", "empty"),
    lang: get("lang", languageOf(displayLanguage)),
    theme: get("theme", "light"),
    blank: get("blank", "zero"),
  };
}
