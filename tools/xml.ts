import { escapeXml } from "../src/files/xlsx/write/xml";

/** One element of an XML document: name, attributes, and either children or a text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

type Content = string | XmlElement | readonly (XmlElement | null)[];

/** Builds an element; `null` children are left out. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  ...content: (Content | null)[]
): XmlElement {
  const children: XmlElement[] = [];
  let text = "";
  for (const part of content.flat()) {
    if (typeof part === "string") text += part;
    else if (part) children.push(part as XmlElement);
  }
  return { name, attributes, children, text };
}

/** The document as indented text. */
export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  const write = (node: XmlElement, indent: string): void => {
    const attributes = Object.entries(node.attributes).map(
      ([name, value]) => ` ${name}="${escapeXml(value)}"`,
    );
    const start = `${indent}<${node.name}${attributes.join("")}`;
    if (node.children.length > 0) {
      lines.push(`${start}>`);
      for (const child of node.children) write(child, `${indent}  `);
      lines.push(`${indent}</${node.name}>`);
    } else if (node.text) lines.push(`${start}>${escapeXml(node.text)}</${node.name}>`);
    else lines.push(`${start}/>`);
  };
  write(root, "");
  return `${lines.join("\n")}\n`;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(parseInt(name.slice(1), 10));
    if (!(name in entities)) throw new Error(`XML: unknown entity ${whole}`);
    return entities[name]!;
  });

/**
 * Reads the XML that manifests use: elements, attributes, texts and comments (no CDATA, no doctype).
 * Throws, with the line, on anything that is not well formed.
 */
export function readXml(source: string): XmlElement {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
  }
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const stack: Open[] = [top];
  const token =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
  for (const match of source.matchAll(token)) {
    const [whole, closing, opening, attributeText, selfClosing] = match;
    const fail = (why: string): never => {
      throw new Error(`XML line ${source.slice(0, match.index).split("\n").length}: ${why}`);
    };
    const current = stack[stack.length - 1]!;
    if (closing) {
      if (current.name !== closing) fail(`</${closing}> closes <${current.name}>`);
      stack.pop();
      stack[stack.length - 1]!.children.push({ ...current, text: current.text.trim() });
    } else if (opening) {
      const attributes: Record<string, string> = {};
      for (const [, name, double, single] of attributeText!.matchAll(
        /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
      )) {
        if (name! in attributes) fail(`attribute ${name} twice`);
        attributes[name!] = unescape(double ?? single ?? "");
      }
      if (selfClosing) current.children.push({ name: opening, attributes, children: [], text: "" });
      else stack.push({ name: opening, attributes, children: [], text: "" });
    } else if (whole === "<") fail("a tag that is not well formed");
    else if (!whole.startsWith("<")) current.text += unescape(whole);
  }
  if (stack.length > 1) throw new Error(`XML: <${stack[stack.length - 1]!.name}> is not closed`);
  if (top.children.length !== 1 || top.text.trim()) throw new Error("XML: one root element expected");
  return top.children[0]!;
}

/** The element and all that stand below it, in document order. */
export function* descendants(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children) yield* descendants(child);
}

/** All elements of that name below the node. */
export const elementsNamed = (node: XmlElement, name: string): XmlElement[] =>
  [...descendants(node)].filter((each) => each.name === name);
