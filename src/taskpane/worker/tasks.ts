import { ImportEngine } from "./importEngine";
import { makeFiles } from "./makeFiles";
import type { Answer, FileNews, TaskName, Tasks } from "./protocol";
import { StudyParts } from "./studyParts";

/** How each task is done. */
export type TaskHandlers = {
  readonly [T in TaskName]: (
    request: Tasks[T]["request"],
    tell: (news: Tasks[T]["news"]) => void,
  ) => Promise<Answer<T>>;
};

/** News of files told together, so that the page draws a few times a second. */
const NEWS_MS = 60;

/** The tasks around one study. @param pause Waited for between two files. */
export function taskHandlers(pause: () => Promise<void> = async () => undefined): TaskHandlers {
  const study = new StudyParts();
  const engine = new ImportEngine(study, pause);
  return {
    prepare: async (address) => study.prepare(address),
    study: async (part) => study.take(part),
    read: async (files, tell) => {
      const news = new Map<string, FileNews>();
      let last = 0;
      const flush = () => {
        if (news.size) tell([...news.values()]);
        news.clear();
        last = performance.now();
      };
      await engine.read(files, (one) => {
        // Of one file the last word holds.
        news.set(one.key, { ...news.get(one.key), ...one });
        if (performance.now() - last > NEWS_MS) flush();
      });
      flush();
    },
    plan: (request) => engine.plan(request),
    changes: async (request, tell) => engine.changes(request, tell),
    mapBase: (request) => engine.bases.map(request),
    baseChanges: async (request, tell) => engine.bases.changes(request, tell),
    make: (request, tell) => makeFiles(study, request, tell),
  };
}
