/** Small shapes and texts of SVG, built as elements so that no text is ever markup. */
const NAMESPACE = "http://www.w3.org/2000/svg";
export type Attributes = Record<string, string | number>;

export function shape(name: string, attributes: Attributes, ...children: (Element | string)[]): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}
export const INK = "#262626";
export const FAINT = "#D9D9D9";

export interface TextStyle {
  size?: number;
  anchor?: "start" | "middle" | "end";
  weight?: number;
  color?: string;
  turned?: boolean;
}
export function text(x: number, y: number, words: string, style: TextStyle = {}): SVGElement {
  const { size = 11, anchor = "start", weight = 400, color = INK, turned } = style;
  const attributes: Attributes = {
    x,
    y,
    "font-size": size,
    "text-anchor": anchor,
    "font-weight": weight,
    fill: color,
    "dominant-baseline": "central",
  };
  if (turned) attributes.transform = `rotate(-90 ${x} ${y})`;
  return shape("text", attributes, words);
}
/** Width of a text, roughly: enough to leave room for it. */
export const widthOf = (words: string, size = 11): number => words.length * size * 0.54;
export function cut(words: string, width: number, size = 11): string {
  const most = Math.max(3, Math.floor(width / (size * 0.54)));
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}
/** Lines of at most this width, cut between words. */
export function wrapped(words: string, width: number, size: number, most: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const line = lines.at(-1)!;
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer, size) <= width || !line) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(word);
    else {
      lines[lines.length - 1] = cut(longer, width, size);
      break;
    }
  }
  return lines;
}
