import { useEffect, useState, type ReactNode } from "react";
import { ThemeProvider, type ITheme } from "office-ui-fabric-react/lib/Theme";
import { officeColors, type OfficeColors } from "../../excel/officeTheme";
import { contrastOf, paneTheme, themeKind } from "./paneTheme";
import type { ThemeKind } from "./palettes";

/** The colours of pane.css, taken from the theme so that our own parts and Fluent's agree. */
function variables(theme: ITheme, kind: ThemeKind): Readonly<Record<string, string>> {
  const { palette, semanticColors } = theme;
  const contrast = kind === "contrast";
  return {
    "--bvn-ground": semanticColors.bodyBackground,
    "--bvn-raised": contrast ? palette.white : palette.neutralLighterAlt,
    "--bvn-text": semanticColors.bodyText,
    "--bvn-quiet": contrast ? palette.black : palette.neutralSecondary,
    "--bvn-line": contrast ? palette.black : palette.neutralQuaternaryAlt,
    "--bvn-accent": palette.themePrimary,
    "--bvn-on-accent": contrastOf(palette.themePrimary, "#ffffff") >= 4.5 ? "#ffffff" : "#000000",
    "--bvn-soft": contrast ? palette.white : palette.themeLighter,
    "--bvn-hover": contrast ? palette.themePrimary : palette.neutralLighter,
    "--bvn-on-hover": contrast ? palette.white : semanticColors.bodyText,
    "--bvn-error": semanticColors.errorText,
    "--bvn-warning": kind === "light" ? "#8a5a00" : contrast ? "#ffff00" : "#ffd75e",
    "--bvn-good": kind === "light" ? "#0e6a38" : contrast ? "#3ff23f" : "#92d992",
  };
}

const sameColors = (a: OfficeColors | undefined, b: OfficeColors | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Dresses the pane in Office's theme. Office tells of no change in Excel, so it is asked at each return. */
export function PaneThemeProvider({ children }: { children: ReactNode }) {
  const [colors, setColors] = useState(officeColors);
  useEffect(() => {
    const look = () => setColors((known) => (sameColors(known, officeColors()) ? known : officeColors()));
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  const kind = themeKind(colors);
  const theme = paneTheme(kind, colors);
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    for (const [name, value] of Object.entries(variables(theme, kind))) style.setProperty(name, value);
    style.colorScheme = kind === "light" ? "light" : "dark";
    dataset.theme = kind;
  }, [theme, kind]);
  return (
    <ThemeProvider theme={theme} applyTo="body" className="bvn-theme">
      {children}
    </ThemeProvider>
  );
}
