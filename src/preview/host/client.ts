/** Points Microsoft's client, loaded in some window, at a host: requests through a session, events through its own queue. */
import type { PreviewHost } from "./index";
import { EventKind } from "./events";
import type { RequestBody } from "./protocol";

/** A window (or Node context) in which excel-web-16.00.js has run. */
export interface ClientWindow {
  OfficeExtension: any;
  Excel: any;
}
const MESSAGE_CATEGORY = 65536;

export function installClient(client: ClientWindow, host: PreviewHost): () => void {
  const { OfficeExtension } = client;
  const documentHandlers = new Set<(args: unknown) => void>();
  class PreviewSession extends OfficeExtension.SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve(null);
    }
    _createRequestExecutorOrNull() {
      return {
        executeAsync: async (_customData: unknown, _flags: number, message: { Body: RequestBody }) => ({
          ErrorCode: "",
          ErrorMessage: null,
          Headers: {},
          // Over the wire nothing is shared, and what arrives belongs to the client's own window.
          Body: JSON.parse(JSON.stringify(await host.execute(message.Body))),
        }),
      };
    }
    getEventRegistration() {
      return {
        register: (kind: number, _target: string, handler: (args: unknown) => void) => {
          if (kind === EventKind.DocumentSelection) documentHandlers.add(handler);
          return Promise.resolve(null);
        },
        unregister: (_kind: number, _target: string, handler: (args: unknown) => void) => {
          documentHandlers.delete(handler);
          return Promise.resolve(null);
        },
      };
    }
  }
  OfficeExtension.SessionBase._overrideSession = new PreviewSession();
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const stop = host.addEventListener(({ kind, targetId, args }) => {
    if (kind === EventKind.DocumentSelection) {
      for (const handler of documentHandlers) handler(args);
      return;
    }
    const entry = {
      messageCategory: MESSAGE_CATEGORY,
      messageType: kind,
      targetId,
      message: JSON.stringify(args),
    };
    OfficeExtension._testTriggerRichApiMessageEvent({ entries: [entry] });
  });
  return () => {
    stop();
    OfficeExtension.SessionBase._overrideSession = undefined;
    // Handlers of this book must not hear the next one.
    OfficeExtension.GenericEventRegistration.s_genericEventRegistrations = {};
  };
}
