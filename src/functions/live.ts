/** Something that shows a value and wants to be told when it may have changed. */
interface Follower {
  readonly refresh: () => void;
}

/**
 * Keeps the cells that show BVN formulas up to date. Changes that come together are told once, after the
 * events of the moment; a cell hears only of a value that differs.
 */
export class LiveFormulas {
  private readonly followers = new Set<Follower>();
  private scheduled = false;

  /** @param schedule Runs the refresh after the current events; a macrotask in the product. */
  constructor(private readonly schedule: (run: () => void) => void = (run) => setTimeout(run, 0)) {}

  get size(): number {
    return this.followers.size;
  }

  /**
   * Shows `compute()` now and again whenever it may have changed.
   * @param same Whether two results are the same to the person.
   * @returns A function that stops it.
   */
  follow<T>(compute: () => T, show: (value: T) => void, same: (a: T, b: T) => boolean): () => void {
    let shown = compute();
    show(shown);
    const follower: Follower = {
      refresh: () => {
        const value = compute();
        if (same(shown, value)) return;
        shown = value;
        show(value);
      },
    };
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** The base, the code book or the language changed. */
  changed(): void {
    if (this.scheduled || !this.followers.size) return;
    this.scheduled = true;
    this.schedule(() => {
      this.scheduled = false;
      this.refresh();
    });
  }

  /** Refreshes every follower at once. */
  refresh(): void {
    for (const follower of [...this.followers]) follower.refresh();
  }
}
