export { makeQuestionnaire, questionnaireBook, type QuestionnaireRequest } from "./make/make";
export {
  makeQuestionnaires,
  zipQuestionnaires,
  type MadeQuestionnaire,
  type MakeProgress,
} from "./make/many";
export type { PreviousAnswers } from "./make/making";
export type { QuestionnaireLanguage } from "./make/speech";
export { readQuestionnaire, type QuestionnaireReading } from "./read/read";
