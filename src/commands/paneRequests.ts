import type { CommandId } from "./catalogue";

/** A command that the pane shows the screen of. */
export interface PaneRequest {
  readonly command: CommandId;
}

/**
 * What commands ask of the pane. The ribbon may ask before the pane is drawn: the last request waits for the
 * first listener.
 */
class PaneRequests {
  private readonly listeners = new Set<(request: PaneRequest) => void>();
  private waiting: PaneRequest | null = null;

  ask(request: PaneRequest): void {
    if (!this.listeners.size) this.waiting = request;
    for (const listener of [...this.listeners]) listener(request);
  }

  /** @returns A function that ends the listening. */
  listen(listener: (request: PaneRequest) => void): () => void {
    this.listeners.add(listener);
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) listener(waiting);
    return () => void this.listeners.delete(listener);
  }
}

export const paneRequests = new PaneRequests();
