export { makeQuestionnaire, questionnaireBook, type QuestionnaireRequest } from "./make/make";
export { makeQuestionnaires, type MakeProgress } from "./make/many";
export type { PreviousAnswers } from "./make/making";
export type { QuestionnaireLanguage } from "./make/speech";
export { readQuestionnaire, type QuestionnaireReading } from "./read/read";
