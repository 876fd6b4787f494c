import type { Settings } from "./settings";
import { say } from "./texts";

/** The bar at the top: the preview's name, the workbook's, and the choices the address keeps. */
export function drawTitlebar(container: HTMLElement, settings: Settings): void {
  const title = document.createElement("h1");
  title.textContent = say("title", settings.lang);
  const book = document.createElement("span");
  book.className = "book";
  book.textContent = say("bookName", settings.lang);

  const choice = (
    name: "book" | "lang" | "theme",
    options: readonly (readonly [value: string, text: string])[],
  ): HTMLElement => {
    const label = document.createElement("label");
    label.append(say(name, settings.lang));
    const select = document.createElement("select");
    for (const [value, text] of options) select.add(new Option(text, value, false, value === settings[name]));
    select.addEventListener("change", () => {
      const address = new URL(location.href);
      address.searchParams.set(name, select.value);
      location.href = address.href;
    });
    label.append(select);
    return label;
  };
  container.replaceChildren(
    title,
    book,
    choice(
      "book",
      (["empty", "study", "sample-2014"] as const).map((each) => [each, say(each, settings.lang)] as const),
    ),
    choice("lang", [
      ["fr", "Français"],
      ["en", "English"],
    ]),
    choice(
      "theme",
      (["light", "dark", "contrast"] as const).map((theme) => [theme, say(theme, settings.lang)] as const),
    ),
  );
}
