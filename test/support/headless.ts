/** A fresh headless workbook for a test, disposed of after it. */
import type { HeadlessExcel } from "../../src/preview/headless";
import type { FunctionsMetadata, HostOptions } from "../../src/preview/host";

let open: HeadlessExcel | null = null;
export async function newBook(options: Partial<HostOptions> = {}): Promise<HeadlessExcel> {
  closeBook();
  const { createHeadlessExcel } = await import("../../src/preview/headless");
  open = await createHeadlessExcel(options);
  return open;
}
export function closeBook(): void {
  open?.dispose();
  open = null;
}
/** Associates functions and has the workbook's formulas call them as BVN.NAME. */
export async function withFunctions(
  book: HeadlessExcel,
  metadata: FunctionsMetadata,
  bodies: Record<string, (...args: any[]) => unknown>,
): Promise<void> {
  const { connectFunctions } = await import("../../src/preview/office/office-shim");
  book.CustomFunctions.associate(bodies);
  connectFunctions({ CustomFunctions: book.CustomFunctions }, book.host, metadata);
}
/** Code and message an Excel.run fails with. */
export async function failure(run: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await run;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error("It was expected to fail.");
}
