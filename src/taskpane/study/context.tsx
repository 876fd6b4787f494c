import { createContext, useContext, useSyncExternalStore } from "react";
import type { StudyState } from "../../excel/contract";
import { textsIn, type Texts } from "../texts";
import type { Services } from "./services";
import type { Store } from "./store";

const Context = createContext<Services | null>(null);

export const ServicesProvider = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error("The pane's components need <ServicesProvider>.");
  return services;
}

/** The state of the study, followed. */
export function useStudyState(): StudyState {
  const { study } = useServices();
  return useSyncExternalStore(
    (listener) => study.subscribe(listener),
    () => study.getState(),
  );
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** The pane's sentences in the language of the study. */
export function useTexts(): Texts {
  return textsIn(useStudyState().language);
}
