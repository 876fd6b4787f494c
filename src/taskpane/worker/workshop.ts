import type { Asked, Told } from "./messages";
import type { TaskName, Tasks, Workshop } from "./protocol";

interface Waiting {
  readonly onNews?: (news: never) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

const stopped = () => new DOMException("The work was stopped.", "AbortError");

/** Does tasks in a worker. */
class WorkerWorkshop implements Workshop {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly worker: Worker) {
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
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

/** A worker to read and make files in; the caller ends it. */
export function openWorkshop(): Workshop {
  return new WorkerWorkshop(
    new Worker(
      /* webpackChunkName: "questionnaires-worker" */ new URL("./questionnaires.worker.ts", import.meta.url),
    ),
  );
}
