import type { Services } from "./services";

const made = new WeakMap<Services, Map<unknown, unknown>>();

/**
 * What a screen keeps while others are shown: made once a pane, when it is first wanted, so that the pane does
 * not load what nobody opens.
 */
export function lasting<T>(services: Services, make: (services: Services) => T): T {
  let own = made.get(services);
  if (!own) made.set(services, (own = new Map()));
  if (!own.has(make)) own.set(make, make(services));
  return own.get(make) as T;
}
