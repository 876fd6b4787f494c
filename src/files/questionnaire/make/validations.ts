import type { Field } from "../../../domain/codebook";
import { betweenWords, dateWords } from "../../../domain/messages/workbook";
import { words } from "../../../domain/questionnaire/words";
import type { ConditionalFormat, Style, Validation } from "../../xlsx/write";
import { looks, wrong } from "./looks";
import type { Lists } from "./lists";
import type { Speech } from "./speech";

/** Days from 2000 to 2099, as Excel counts them. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_050;
const PROMPT = 255;

/**
 * The rule of a field's cells, with what is said before and after. Numbers and dates have a rule of their own
 * instead of Excel's kinds, because "NR" must be possible there too.
 * @param first Address of the first cell of `ref`, as its formulas see it.
 */
export function fieldValidation(
  speech: Speech,
  lists: Lists,
  field: Field,
  ref: string,
  first: string,
): Validation | undefined {
  const title = speech.say(field.label);
  const help = field.help ? [field.help] : [];
  if (field.kind === "code") {
    const text = promptText(speech, [...help, words.choose], codesHelp(speech, field));
    return listValidation(speech, ref, lists.offered(field), title, text);
  }
  const condition = conditionOf(field, first);
  if (!condition) return undefined;
  const expected = field.kind === "date" ? dateWords : betweenWords(field.min, field.max, field.unit);
  return {
    ref,
    type: "custom",
    formula1: `OR(${condition},COUNTIF(${lists.noAnswer()},${first})>0)`,
    prompt: { title, text: promptText(speech, [...help, expected], []) },
    error: { title: speech.say(words.impossible), text: promptText(speech, [expected, words.optional], []) },
    severity: "stop",
  };
}

/** A dropdown of a named list. */
export function listValidation(
  speech: Speech,
  ref: string,
  list: string,
  title: string,
  prompt: string,
): Validation {
  return {
    ref,
    type: "list",
    formula1: list,
    prompt: { title, text: prompt },
    error: { title: speech.say(words.unknownAnswer), text: speech.lines(words.onlyList) },
    severity: "stop",
  };
}

/** Marks what a paste has put past the rule. */
export function invalidFormat(
  lists: Lists,
  field: Field,
  ref: string,
  first: string,
): ConditionalFormat | undefined {
  const understood = field.kind === "code" ? `COUNTIF(${lists.understood(field.list!)},${first})>0` : "";
  const condition = understood || conditionOf(field, first);
  if (!condition) return undefined;
  const possible = understood ? condition : `${condition},COUNTIF(${lists.noAnswer()},${first})>0`;
  return { ref, formula: `AND(LEN(${first})>0,NOT(OR(${possible})))`, look: wrong };
}

/** Style of a field's answer cells; `top` where a new domain begins. */
export function answerStyle(field: Field, isEarlier: boolean, top = false): Style {
  if (field.kind === "number") return isEarlier ? looks.answerNumberEarlier : looks.answerNumber;
  if (field.kind === "date") return isEarlier ? looks.answerDateEarlier : looks.answerDate;
  if (field.kind === "text" || field.kind === "project") {
    if (top) return isEarlier ? looks.answerTextTopEarlier : looks.answerTextTop;
    return isEarlier ? looks.answerTextEarlier : looks.answerText;
  }
  if (top) return isEarlier ? looks.answerTopEarlier : looks.answerTop;
  return isEarlier ? looks.answerEarlier : looks.answer;
}

function conditionOf({ kind, min, max }: Field, cell: string): string | undefined {
  if (kind === "date") return `AND(ISNUMBER(${cell}),${cell}>=${FIRST_DAY},${cell}<=${LAST_DAY})`;
  if (kind !== "number") return undefined;
  const bounds = [`ISNUMBER(${cell})`];
  if (min !== undefined) bounds.push(`${cell}>=${min}`);
  if (max !== undefined) bounds.push(`${cell}<=${max}`);
  return bounds.length > 1 ? `AND(${bounds.join(",")})` : bounds[0];
}

/** What each code means, where the code book says so; French alone, or nothing when two languages are shown. */
function codesHelp(speech: Speech, field: Field): string[] {
  if (speech.language !== "fr") return [];
  return speech.codebook
    .activeCodes(field)
    .filter(({ help }) => help)
    .map(({ code, help }) => `${code}. ${help!.fr}`);
}

/** As much as a prompt holds: whole lines only. */
function promptText(
  speech: Speech,
  sentences: readonly { readonly fr: string; readonly en: string }[],
  more: readonly string[],
): string {
  const french = sentences.map(({ fr }) => fr).join(" ");
  const english = sentences.map(({ en }) => en).join(" ");
  let text = speech.language === "fr" ? french : `${french}\n${english}`;
  if ([text, ...more].join("\n").length <= PROMPT) text = [text, ...more].join("\n");
  return text;
}
