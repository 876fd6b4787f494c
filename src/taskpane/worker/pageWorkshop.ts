import type { Answer, TaskName, Tasks, Workshop } from "./protocol";
import { taskHandlers } from "./tasks";
import { stopped } from "./workshop";

/** Does tasks on the page's own thread, where there are no workers: the page draws between two files. */
export class PageWorkshop implements Workshop {
  private readonly handlers = taskHandlers(() => this.pause());
  private ended = false;
  private stop: (error: Error) => void = () => undefined;
  private readonly stopping = new Promise<never>((_, reject) => (this.stop = reject));

  constructor() {
    // Ended while nothing is under way: nobody is to be told.
    this.stopping.catch(() => undefined);
  }

  async call<T extends TaskName>(
    task: T,
    request: Tasks[T]["request"],
    onNews?: (news: Tasks[T]["news"]) => void,
  ): Promise<Answer<T>> {
    await Promise.race([this.pause(), this.stopping]);
    const tell = (news: Tasks[T]["news"]) => {
      // Makers of many files look up here only.
      if (this.ended) throw stopped();
      onNews?.(news);
    };
    const handler = this.handlers[task] as (
      request: Tasks[T]["request"],
      tell: (news: Tasks[T]["news"]) => void,
    ) => Promise<Answer<T>>;
    return Promise.race([handler(request, tell), this.stopping]);
  }

  end(): void {
    this.ended = true;
    this.stop(stopped());
  }

  /** Lets the page draw and answer; work that was stopped goes no further. */
  private async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (this.ended) throw stopped();
  }
}
