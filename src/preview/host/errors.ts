/** Errors as Excel answers them: a code the client hands on in OfficeExtension.Error, and a sentence. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location?: string,
  ) {
    super(message);
  }
}
export const itemNotFound = (what: string) =>
  new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`);
export const itemAlreadyExists = (what: string) =>
  new HostError("ItemAlreadyExists", `The resource being created already exists: ${what}.`);
export const invalidArgument = (why: string) =>
  new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${why}`);
export const accessDenied = (why: string) =>
  new HostError("AccessDenied", `You cannot perform the requested operation: ${why}`);
export const cellEditMode = () =>
  new HostError(
    "InvalidOperationInCellEditMode",
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  );
/** What the preview lacks is said by name, never passed over in silence. */
export const notImplemented = (member: string, lang: "fr" | "en") =>
  new HostError(
    "NotImplemented",
    lang === "fr" ? `La préversion ne connaît pas ${member}.` : `The preview does not know ${member}.`,
    member,
  );
