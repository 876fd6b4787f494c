import type { Localized } from "../../../domain/language";
import {
  questionnaireMessages,
  type QuestionnaireMessageCode,
  type RemarkText,
} from "../../../domain/messages/questionnaire";
import type {
  FileAnomaly,
  FileDecisions,
  FilePlace,
  FileQuestion,
  RemarkSeverity,
} from "../../../domain/questionnaire/returned";
import { hashText } from "../../../domain/records/ids";

type ParamsOf<C extends QuestionnaireMessageCode> = Parameters<(typeof questionnaireMessages)[C]>[0];

/** What belongs to a remark besides its words. */
export interface About {
  readonly field?: Localized;
  readonly value?: string | number | boolean;
  readonly suggestion?: string;
}

/** Everything to be said about one file, in the order it was found. */
export class Remarks {
  readonly anomalies: FileAnomaly[] = [];
  readonly questions: FileQuestion[] = [];

  constructor(
    readonly file: string,
    /** What tells this file from others under the same name. */
    private readonly document: string,
    private readonly decisions: FileDecisions,
  ) {}

  add<C extends QuestionnaireMessageCode>(
    code: C,
    severity: RemarkSeverity,
    place: FilePlace,
    params: ParamsOf<C>,
    about: About = {},
  ): void {
    this.anomalies.push(fileAnomaly(this.file, code, severity, place, params, about));
  }

  /** Something already worded. */
  addText(code: string, severity: RemarkSeverity, place: FilePlace, text: RemarkText): void {
    this.anomalies.push({ code, severity, file: this.file, place, ...text });
  }

  /**
   * Asks a person, and answers what was decided.
   * @param about What tells this question from others of the same kind in the file.
   */
  ask<C extends QuestionnaireMessageCode>(
    code: C,
    place: FilePlace,
    about: string,
    params: ParamsOf<C>,
    options: FileQuestion["options"],
    value?: string,
  ): string | undefined {
    const id = `q${hashText([this.document, code, about].join("\u0001")).toString(36)}`;
    const text = fileAnomaly(this.file, code, "warning", place, params, { value });
    const message = {
      fr: `${text.reason.fr} ${text.action.fr}`,
      en: `${text.reason.en} ${text.action.en}`,
    };
    this.questions.push({ id, code, place, message, options });
    const decided = this.decisions[id];
    if (options.some((option) => option.id === decided)) return decided;
    this.anomalies.push({ ...text, severity: "error" });
    return undefined;
  }
}

/** One remark with the sentences of its code. */
export function fileAnomaly<C extends QuestionnaireMessageCode>(
  file: string,
  code: C,
  severity: RemarkSeverity,
  place: FilePlace,
  params: ParamsOf<C>,
  about: About = {},
): FileAnomaly {
  const write = questionnaireMessages[code] as (params: ParamsOf<C>) => RemarkText;
  return { code, severity, file, place, ...about, ...write(params) };
}
