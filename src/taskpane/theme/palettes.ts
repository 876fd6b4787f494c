import type { IPalette } from "office-ui-fabric-react/lib/Theme";

export type ThemeKind = "light" | "dark" | "contrast";

/** The product's blue on light ground; greys are Fluent's own. */
const light: Partial<IPalette> = {
  themePrimary: "#1c5288",
  themeLighterAlt: "#f3f7fb",
  themeLighter: "#d0e0f0",
  themeLight: "#a9c6e1",
  themeTertiary: "#6192bf",
  themeSecondary: "#2d659b",
  themeDarkAlt: "#19497a",
  themeDark: "#143d66",
  themeDarker: "#0f2d4b",
};

/** The same blue lightened, on Office's black and dark grey. */
const dark: Partial<IPalette> = {
  themePrimary: "#78b9f2",
  themeLighterAlt: "#0b1a26",
  themeLighter: "#16324a",
  themeLight: "#24527a",
  themeTertiary: "#4a8fc9",
  themeSecondary: "#69aee9",
  themeDarkAlt: "#8ac3f4",
  themeDark: "#a1d0f7",
  themeDarker: "#c2e0fa",
  neutralLighterAlt: "#2d2d2d",
  neutralLighter: "#333333",
  neutralLight: "#3d3d3d",
  neutralQuaternaryAlt: "#454545",
  neutralQuaternary: "#4d4d4d",
  neutralTertiaryAlt: "#6b6b6b",
  neutralTertiary: "#a6a6a6",
  neutralSecondary: "#c8c8c8",
  neutralSecondaryAlt: "#b0b0b0",
  neutralPrimaryAlt: "#dddddd",
  neutralPrimary: "#f3f3f3",
  neutralDark: "#f8f8f8",
  black: "#ffffff",
  white: "#292929",
  redDark: "#ffa3ab",
  red: "#ffa3ab",
};

/** Two colours and an accent: lines instead of greys. */
const contrast: Partial<IPalette> = {
  themePrimary: "#1aebff",
  themeLighterAlt: "#000000",
  themeLighter: "#000000",
  themeLight: "#1aebff",
  themeTertiary: "#1aebff",
  themeSecondary: "#1aebff",
  themeDarkAlt: "#ffffff",
  themeDark: "#ffffff",
  themeDarker: "#ffffff",
  neutralLighterAlt: "#000000",
  neutralLighter: "#000000",
  neutralLight: "#000000",
  neutralQuaternaryAlt: "#000000",
  neutralQuaternary: "#ffffff",
  neutralTertiaryAlt: "#ffffff",
  neutralTertiary: "#3ff23f",
  neutralSecondary: "#ffffff",
  neutralSecondaryAlt: "#ffffff",
  neutralPrimaryAlt: "#ffffff",
  neutralPrimary: "#ffffff",
  neutralDark: "#ffffff",
  black: "#ffffff",
  white: "#000000",
  redDark: "#ffff00",
  red: "#ffff00",
};

export const palettes: Readonly<Record<ThemeKind, Partial<IPalette>>> = { light, dark, contrast };
