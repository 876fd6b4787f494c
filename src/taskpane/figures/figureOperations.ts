import type { FigureOperations, SheetAudit } from "../../excel/figures/contract";
import { FigureDesk } from "../../excel/figures/desk";
import { useServices } from "../study/context";
import { lasting } from "../study/lasting";
import type { Services } from "../study/services";
import { Store } from "../study/store";

/** The study's own operations on published figures, or the desk that works on it. */
const make = ({ study }: Services): FigureOperations => study.figures ?? new FigureDesk(study.work);

export const useFigureOperations = (): FigureOperations => lasting(useServices(), make);

/** The last audit stays while other screens are shown. */
const makeLast = () => new Store<SheetAudit | null>(null);
export const useLastAudit = (): Store<SheetAudit | null> => lasting(useServices(), makeLast);
