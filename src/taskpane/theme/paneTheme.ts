import { createTheme, type ITheme } from "office-ui-fabric-react/lib/Theme";
import type { OfficeColors } from "../../excel/officeTheme";
import { palettes, type ThemeKind } from "./palettes";

/** Relative luminance of a hexadecimal colour, 0 … 1 (WCAG 2). */
export function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 … 21 (WCAG 2). */
export function contrastOf(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Ground colours so extreme that only a high-contrast theme has both. */
const isHighContrast = ({ background, foreground, controlBackground }: OfficeColors): boolean =>
  background === "#000000" && controlBackground === "#000000" && contrastOf(background, foreground) > 19;

/** Kind of theme Office shows; light where it does not tell. */
export function themeKind(colors: OfficeColors | undefined): ThemeKind {
  if (!colors) return "light";
  if (isHighContrast(colors)) return "contrast";
  return luminance(colors.background) < 0.18 ? "dark" : "light";
}

const themes = new Map<string, ITheme>();

/** The pane's theme for Office's: our accents on its ground. */
export function paneTheme(kind: ThemeKind, colors: OfficeColors | undefined): ITheme {
  const key = `${kind} ${colors?.background}`;
  const known = themes.get(key);
  if (known) return known;
  const palette = { ...palettes[kind] };
  const error = kind === "light" ? "#a4262c" : palette.redDark!;
  const ground = kind === "dark" && colors ? { white: colors.background, black: colors.foreground } : {};
  const theme = createTheme({
    isInverted: kind !== "light",
    palette: { ...palette, ...ground },
    semanticColors: {
      errorText: error,
      errorIcon: error,
      ...(kind === "light"
        ? {}
        : {
            successBackground: kind === "dark" ? "#1e3a1e" : "#000000",
            warningBackground: kind === "dark" ? "#453a12" : "#000000",
            severeWarningBackground: kind === "dark" ? "#4a2a12" : "#000000",
            errorBackground: kind === "dark" ? "#4a1f23" : "#000000",
            infoBackground: kind === "dark" ? "#333333" : "#000000",
            messageText: "#ffffff",
            messageLink: palette.themePrimary,
            messageLinkHovered: "#ffffff",
            successIcon: kind === "dark" ? "#92d992" : "#ffffff",
            warningIcon: kind === "dark" ? "#ffd75e" : "#ffffff",
            inputBackground: kind === "dark" ? "#333333" : "#000000",
            ...(kind === "dark" ? { inputBorder: "#9a9a9a" } : {}),
            ...(kind === "contrast"
              ? {
                  primaryButtonBackground: "#1aebff",
                  primaryButtonText: "#000000",
                  primaryButtonBackgroundHovered: "#ffffff",
                  primaryButtonTextHovered: "#000000",
                  primaryButtonBackgroundPressed: "#ffffff",
                  primaryButtonTextPressed: "#000000",
                  buttonBorder: "#ffffff",
                  inputBorder: "#ffffff",
                  menuItemBackgroundHovered: "#000000",
                  menuItemBackgroundPressed: "#000000",
                  menuItemTextHovered: "#1aebff",
                }
              : {}),
          }),
    },
  });
  themes.set(key, theme);
  return theme;
}
