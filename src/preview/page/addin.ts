import type { Language } from "./language";

/** A function the add-in associated with a command's id; it says by `completed()` when it is done. */
type Action = (event: { source: { id: string }; completed(): void }) => unknown;

interface Association<T> {
  readonly _association?: { readonly mappings: Readonly<Record<string, T>> };
}
interface AddinWindow extends Window {
  readonly Office?: { readonly actions?: Association<Action> };
  readonly CustomFunctions?: Association<(...args: unknown[]) => unknown>;
}

const messages = {
  unknown: {
    fr: (id: string, known: string) => `Commande inconnue : « ${id} ». Commandes du complément : ${known}.`,
    en: (id: string, known: string) => `Unknown command "${id}". Commands of the add-in: ${known}.`,
  },
  missing: {
    fr: (ids: string) => `Le complément n’a pas associé ces commandes du manifeste : ${ids}.`,
    en: (ids: string) => `The add-in has not associated these commands of the manifest: ${ids}.`,
  },
} as const;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The add-in running in the frame, seen as Excel sees it: actions by id. */
export class Addin {
  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly commands: readonly string[],
    private readonly language: Language,
  ) {}

  /** The frame's window; another one each time the frame is loaded again. */
  private get window(): AddinWindow | null {
    return this.frame.contentWindow as AddinWindow | null;
  }

  private action(id: string): Action | undefined {
    return this.window?.Office?.actions?._association?.mappings[id.toUpperCase()];
  }

  /** The custom function associated with an id, if the add-in has come that far. */
  customFunction(id: string): ((...args: unknown[]) => unknown) | undefined {
    return this.window?.CustomFunctions?._association?.mappings[id.toUpperCase()];
  }

  /** Resolves once the add-in has associated every command the manifest names. */
  async started(limit = 30000): Promise<void> {
    const end = Date.now() + limit;
    for (;;) {
      const missing = this.commands.filter((id) => !this.action(id));
      if (missing.length === 0) return;
      if (Date.now() > end) throw new Error(messages.missing[this.language](missing.join(", ")));
      await wait(20);
    }
  }

  /** Runs a command as its ribbon button does; resolves when the add-in says it is completed. */
  run(id: string): Promise<void> {
    const action = this.action(id);
    if (!action)
      return Promise.reject(new Error(messages.unknown[this.language](id, this.commands.join(", "))));
    return new Promise((resolve, reject) => {
      // A command that throws never says it is completed: Excel would wait, the preview tells.
      Promise.resolve(action({ source: { id }, completed: () => resolve() })).catch(reject);
    });
  }
}
