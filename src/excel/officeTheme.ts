/** Colours of the Office theme in use, as Office hands them over; hexadecimal triplets. */
export interface OfficeColors {
  readonly background: string;
  readonly foreground: string;
  readonly controlBackground: string;
  readonly controlForeground: string;
}

const TRIPLET = /^#?[0-9a-f]{6}$/i;
const triplet = (color: unknown): string | undefined =>
  typeof color === "string" && TRIPLET.test(color) ? `#${color.replace("#", "").toLowerCase()}` : undefined;

/**
 * The Office theme now, or undefined where Office does not tell it (Excel for the web, older Excel). Office
 * announces a change of theme in Outlook only, so whoever shows colours asks again when it gets the focus.
 */
export function officeColors(): OfficeColors | undefined {
  const theme = typeof Office === "undefined" ? undefined : Office.context?.officeTheme;
  const background = triplet(theme?.bodyBackgroundColor);
  const foreground = triplet(theme?.bodyForegroundColor);
  if (!background || !foreground) return undefined;
  return {
    background,
    foreground,
    controlBackground: triplet(theme?.controlBackgroundColor) ?? background,
    controlForeground: triplet(theme?.controlForegroundColor) ?? foreground,
  };
}
