import { webcrypto } from "node:crypto";
import type { Asked, Told } from "../../../src/taskpane/worker/messages";
import { serve } from "../../../src/taskpane/worker/serve";

/** A worker in the page's own thread: the same code behind the same messages. */
class FakeWorker {
  private readonly own: ((event: { data: Told }) => void)[] = [];
  private ended = false;
  private take: (event: { data: Asked }) => void = () => undefined;

  constructor() {
    serve({
      postMessage: (data) => {
        const tell = () => {
          if (!this.ended) for (const listener of this.own) listener({ data });
        };
        // The first word comes before anybody can listen.
        if ("ready" in data) setTimeout(tell);
        else tell();
      },
      addEventListener: (_, listener) => void (this.take = listener),
    });
  }

  addEventListener(type: string, listener: (event: { data: Told }) => void): void {
    if (type === "message") this.own.push(listener);
  }

  removeEventListener(_: string, listener: (event: { data: Told }) => void): void {
    this.own.splice(this.own.indexOf(listener) >>> 0, 1);
  }

  postMessage(data: Asked): void {
    setTimeout(() => this.ended || this.take({ data }));
  }

  terminate(): void {
    this.ended = true;
  }
}

/** Gives the page workers, and what jsdom lacks of them. */
export function installWorkers(): void {
  Object.assign(globalThis, { Worker: FakeWorker });
  Object.defineProperty(globalThis.crypto, "subtle", { value: webcrypto.subtle, configurable: true });
  globalThis.fetch = (async () => {
    throw new Error("no network");
  }) as typeof fetch;
}

/** A file as the browser hands it over. */
export const fileOf = (name: string, bytes: Uint8Array, day = "2014-03-01"): File =>
  ({
    name,
    size: bytes.length,
    lastModified: new Date(`${day}T10:00:00`).getTime(),
    arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  }) as unknown as File;
