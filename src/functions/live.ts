/** Something that shows a value and wants to be told when it may have changed. */
type Follower = () => void;

/** Milliseconds formulas may take of the runtime they share with the pane before others get their turn. */
const TURN = 25;

/**
 * Keeps the cells that show BVN formulas up to date. Changes that come together are told once, after the
 * events of the moment; a cell hears only of a value that differs. A sheet of many new formulas, or a change
 * that concerns many, is worked off in turns, so that typing and the pane never wait for all of them.
 */
export class LiveFormulas {
  private readonly followers = new Set<Follower>();
  /** Those whose value may differ from what they show. */
  private readonly due = new Set<Follower>();
  private isScheduled = false;
  /** What formulas shown at once have taken of the events of the moment. */
  private spent = 0;

  /** @param schedule Runs something after the current events; a macrotask in the product. */
  constructor(
    private readonly schedule: (run: () => void) => void = (run) => setTimeout(run, 0),
    private readonly now: () => number = () => performance.now(),
  ) {}

  get size(): number {
    return this.followers.size;
  }

  /**
   * Shows `compute()` now, or in a turn soon if many come together, and again whenever it may have changed.
   * @param same Whether two results are the same to the person.
   * @returns A function that stops it.
   */
  follow<T>(compute: () => T, show: (value: T) => void, same: (a: T, b: T) => boolean): () => void {
    let shown: { value: T } | null = null;
    const follower = () => {
      const value = compute();
      if (shown && same(shown.value, value)) return;
      shown = { value };
      show(value);
    };
    this.followers.add(follower);
    if (this.spent > TURN) this.due.add(follower);
    else {
      const start = this.now();
      follower();
      this.spent += this.now() - start;
    }
    this.plan();
    return () => {
      this.followers.delete(follower);
      this.due.delete(follower);
    };
  }

  /** The base, the code book or the language changed. */
  changed(): void {
    for (const follower of this.followers) this.due.add(follower);
    if (this.due.size) this.plan();
  }

  /** Refreshes every follower at once. */
  refresh(): void {
    this.due.clear();
    for (const follower of [...this.followers]) follower();
  }

  private plan(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.schedule(() => this.turn());
  }

  private turn(): void {
    this.isScheduled = false;
    this.spent = 0;
    const start = this.now();
    try {
      for (const follower of this.due) {
        this.due.delete(follower);
        follower();
        if (this.now() - start > TURN) break;
      }
    } finally {
      if (this.due.size) this.plan();
    }
  }
}
