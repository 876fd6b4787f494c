import type { PreviewHost } from "../host";

/** Longer than the add-in collects events before it asks Excel what changed. */
const QUIET_MS = 100;

/**
 * When neither the workbook nor the add-in has anything left to do: the host is settled and stays so, without
 * a new request, long enough for the add-in to have heard of the last event.
 */
export async function settledWithAddin(host: PreviewHost): Promise<void> {
  for (;;) {
    await host.settled();
    const { requests } = host.counters;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    await host.settled();
    if (host.counters.requests === requests) return;
  }
}
