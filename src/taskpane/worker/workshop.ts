import type { Asked, Told } from "./messages";
import type { TaskName, Tasks, Workshop } from "./protocol";

interface Waiting {
  readonly onNews?: (news: never) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export const stopped = () => new DOMException("The work was stopped.", "AbortError");

/** Does tasks in a worker. */
class WorkerWorkshop implements Workshop {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly worker: Worker) {
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if ("ready" in data) return;
      const task = this.waiting.get(data.id);
      if (!task) return;
      if ("news" in data) return task.onNews?.(data.news as never);
      this.waiting.delete(data.id);
      if ("answer" in data) task.resolve(data.answer as never);
      else task.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    });
    worker.addEventListener("error", (event) => this.fail(new Error(event.message || "The worker failed.")));
    worker.addEventListener("messageerror", () => this.fail(new Error("The worker's answer was lost.")));
  }

  call<T extends TaskName>(
    task: T,
    request: Tasks[T]["request"],
    onNews?: (news: Tasks[T]["news"]) => void,
  ): Promise<Tasks[T]["answer"]> {
    return new Promise((resolve, reject) => {
      const id = this.next++;
      this.waiting.set(id, { onNews: onNews as Waiting["onNews"], resolve: resolve as never, reject });
      this.worker.postMessage({ id, task, request } satisfies Asked);
    });
  }

  end(): void {
    this.worker.terminate();
    this.fail(stopped());
  }

  private fail(error: Error): void {
    const tasks = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of tasks) reject(error);
  }
}

/** Whether workers have failed to start in this page: it will not get better. */
let withoutWorkers = false;

/**
 * A worker to read and make files in; the caller ends it. Where the host allows none (some policies do, and some
 * embedded browsers), the same work is done on the page's thread, file after file, with a pause to draw between them.
 */
export async function openWorkshop(): Promise<Workshop> {
  if (!withoutWorkers) {
    try {
      const worker = new Worker(
        /* webpackChunkName: "questionnaires-worker" */ new URL(
          "./questionnaires.worker.ts",
          import.meta.url,
        ),
      );
      await started(worker);
      return new WorkerWorkshop(worker);
    } catch (error) {
      console.warn("BVN: no worker, files are read on the page's thread", error);
      withoutWorkers = true;
    }
  }
  const { PageWorkshop } = await import(/* webpackChunkName: "page-workshop" */ "./pageWorkshop");
  return new PageWorkshop();
}

/** Waits for the worker's first word. @throws Error when it does not come */
function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(new Error("The worker says nothing.")), START_MS);
    const fail = (error: Error) => {
      clearTimeout(late);
      worker.terminate();
      reject(error);
    };
    const onMessage = ({ data }: MessageEvent<Told>) => {
      if (!("ready" in data)) return;
      clearTimeout(late);
      worker.removeEventListener("message", onMessage);
      resolve();
    };
    worker.addEventListener("message", onMessage);
    worker.addEventListener("error", (event) => fail(new Error(event.message || "The worker failed.")));
  });
}

/** A worker that loads takes much less, even on a slow line. */
const START_MS = 20_000;
