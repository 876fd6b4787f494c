import { TextDecoder, TextEncoder } from "node:util";

/** What every browser has and jsdom lacks; imported before what uses it. */
Object.assign(globalThis, { TextDecoder, TextEncoder, Uint8Array: Object.getPrototypeOf(Buffer) });
