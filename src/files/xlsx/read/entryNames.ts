import { refuse } from "./refused";

/** The upper half of code page 437, in which older zip programs write accents (850 agrees on French letters). */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The name of a zip entry as text: UTF-8 when it is, else the code page of old. */
export function entryName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (b) => (b < 128 ? String.fromCharCode(b) : CP437[b - 128])).join("");
  }
}

/** Refuses names that a careless program would write outside its folder, or that mean something to JavaScript. */
export function checkEntryName(name: string): void {
  const segments = name.replace(/\/$/, "").split("/");
  const unsafe =
    name.includes("\\") ||
    /^[A-Za-z]:/.test(name) ||
    /[\u0000-\u001f\u007f]/.test(name) ||
    segments.some(
      (segment) => segment === "" || segment === "." || segment === ".." || segment === "__proto__",
    );
  if (unsafe) refuse("unsafeEntry", { found: name });
}
