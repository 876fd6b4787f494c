/** Runs excel-web-16.00.js in Node: just enough of a window for it to load. */
import { createContext, runInContext } from "node:vm";

export function loadClient(source: string, filename: string): Record<string, any> {
  const none = () => undefined;
  const element = () => ({ style: {}, setAttribute: none, appendChild: none });
  const document = {
    readyState: "complete",
    addEventListener: none,
    getElementsByTagName: () => [],
    createElement: element,
    cookie: "",
  };
  const storage = { getItem: () => null, setItem: none, removeItem: none };
  const window: Record<string, any> = {
    console: { log: none, warn: none, error: none, info: none },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    // The host's promises and the add-in's are the same kind.
    Promise,
    addEventListener: none,
    removeEventListener: none,
    navigator: { userAgent: "Node" },
    location: {
      href: "http://localhost/",
      search: "",
      hash: "",
      origin: "http://localhost",
      protocol: "http:",
      hostname: "localhost",
    },
    document,
    sessionStorage: storage,
    localStorage: storage,
  };
  for (const name of ["window", "self", "top", "parent"]) window[name] = window;
  createContext(window);
  runInContext(source, window, { filename });
  return window;
}
