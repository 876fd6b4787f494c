import type { Asked, Told } from "./messages";
import type { TaskName } from "./protocol";
import { taskHandlers } from "./tasks";

/** What a worker's global offers; the library of types describes the page's. */
export interface WorkerScope {
  postMessage(message: Told, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: Asked }) => void): void;
}

/** Does the tasks that are asked of a worker, in the order asked. */
export function serve(scope: WorkerScope): void {
  const handlers = taskHandlers();
  scope.addEventListener("message", ({ data: { id, task, request } }) => {
    const tell = (news: unknown) => scope.postMessage({ id, news });
    const run = handlers[task] as (request: unknown, tell: (news: unknown) => void) => Promise<unknown>;
    run(request, tell).then(
      (answer) => scope.postMessage({ id, answer }, transferable(task, answer)),
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
        scope.postMessage({ id, error: { name, message } });
      },
    );
  });
  scope.postMessage({ ready: true });
}

/** Bytes made are handed over, not copied. */
function transferable(task: TaskName, answer: unknown): Transferable[] {
  return task === "make" ? [(answer as { bytes: Uint8Array<ArrayBuffer> }).bytes.buffer] : [];
}
