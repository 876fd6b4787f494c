/** The screens of a campaign: what goes out to territories and what comes back, loaded together when wanted. */
export { BoardScreen } from "./board/BoardScreen";
export { ImportScreen } from "./imports/ImportScreen";
export { PoliticsScreen } from "./politics/PoliticsScreen";
export { QuestionnairesScreen } from "./questionnaires/QuestionnairesScreen";
