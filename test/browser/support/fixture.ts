/** What the browser tests of a file share: the preview, its page of each test, and the pane's controls by name. */
import type { Locator } from "playwright-core";
import { servePreview, type Preview, type PreviewServer } from "./preview";

/** Serves the preview to the tests of a file; a page it opens is closed after its test. */
export function previewOfTests(): Pick<PreviewServer, "open" | "browser" | "url"> {
  let server: PreviewServer | undefined;
  const opened: Preview[] = [];
  beforeAll(async () => {
    server = await servePreview();
  });
  afterAll(() => server?.close());
  afterEach(async () => {
    for (const preview of opened.splice(0)) await preview.close();
  });
  return {
    open: async (options) => {
      const preview = await server!.open(options);
      opened.push(preview);
      return preview;
    },
    get browser() {
      return server!.browser;
    },
    get url() {
      return server!.url;
    },
  };
}

/** Brings the pane to its narrowest, 320 pixels, as a person does; nothing on the page moves by itself. */
export async function narrowed(preview: Preview): Promise<Preview> {
  await preview.page.emulateMedia({ reducedMotion: "reduce" });
  const splitter = preview.page.getByRole("separator");
  for (let press = 0; press < 3; press++) await splitter.press("ArrowRight");
  return preview;
}

/** A button of the pane; a name that is a text is the whole name. */
export const button = ({ pane }: Preview, name: string | RegExp): Locator =>
  pane.getByRole("button", { name, exact: typeof name === "string" });

/** A heading of the pane by its whole text. */
export const heading = ({ pane }: Preview, name: string): Locator =>
  pane.getByRole("heading", { name, exact: true });
