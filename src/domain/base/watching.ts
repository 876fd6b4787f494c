/** Something whose `version` differs once it has changed. */
export interface Versioned {
  readonly version: number;
}

/** What some work came to, and whether all it has read is still the same. */
export interface Watched<T> {
  readonly result: T;
  readonly isCurrent: () => boolean;
}

/** Results kept by `derived`; the least recently used one goes first. */
const MAX_DERIVED = 1024;

/** Finds out what work reads, and keeps what it came to until that has changed. */
export class Watching {
  /** What the work being watched has read so far. */
  private reads: Set<Versioned> | null = null;
  private readonly known = new Map<string, Derived<unknown>>();

  /** The work being watched has read something. */
  note(one: Versioned): void {
    this.reads?.add(one);
  }

  /** Runs some work; what it reads, work around it reads too. */
  watch<T>(work: () => T): Watched<T> {
    const { result, reads, isCurrent } = this.observe(work);
    for (const one of reads) this.note(one);
    return { result, isCurrent };
  }

  /**
   * What some work comes to, done again only once what it reads has changed. Work around it reads no more than
   * this result: as long as it comes to the same, nothing has changed for it.
   * @param same Whether two results are the same.
   */
  derived<T>(key: string, work: () => T, same: (a: T, b: T) => boolean): T {
    const derived = (this.known.get(key) ?? new Derived(() => this.observe(work), same)) as Derived<T>;
    this.known.delete(key);
    this.known.set(key, derived as Derived<unknown>);
    if (this.known.size > MAX_DERIVED) this.known.delete(this.known.keys().next().value!);
    const { value } = derived;
    this.note(derived);
    return value;
  }

  private observe<T>(work: () => T): Watched<T> & { readonly reads: ReadonlySet<Versioned> } {
    const outer = this.reads;
    const reads = (this.reads = new Set<Versioned>());
    try {
      const result = work();
      const versions = [...reads].map((one) => [one, one.version] as const);
      return { result, reads, isCurrent: () => versions.every(([one, version]) => one.version === version) };
    } finally {
      this.reads = outer;
    }
  }
}

/** A result that is brought up to date when it is asked for, or whether it has changed. */
class Derived<T> implements Versioned {
  private watched: Watched<T> | null = null;
  private count = 0;

  constructor(
    private readonly observe: () => Watched<T>,
    private readonly same: (a: T, b: T) => boolean,
  ) {}

  /** Throws what the work throws. */
  get value(): T {
    const { watched } = this;
    if (watched?.isCurrent()) return watched.result;
    const fresh = this.observe();
    const isSame = watched !== null && this.same(watched.result, fresh.result);
    // What others hold stays the very same as long as it says the same.
    this.watched = isSame ? { result: watched.result, isCurrent: fresh.isCurrent } : fresh;
    if (!isSame) this.count++;
    return this.watched.result;
  }

  get version(): number {
    try {
      void this.value;
      return this.count;
    } catch {
      // There is no result any more: whoever has read it asks again and hears why.
      return NaN;
    }
  }
}
