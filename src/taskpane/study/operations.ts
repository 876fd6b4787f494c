import type { StudyOperations } from "../../excel/contract";
import type { ImportOperations } from "../../excel/importContract";
import type { Services } from "./services";

export type WholeStudy = StudyOperations & ImportOperations;

/** The study with its operations on imports, politics and the board. */
export const wholeStudy = ({ study }: Services): WholeStudy => study as WholeStudy;
