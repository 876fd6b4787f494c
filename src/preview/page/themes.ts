import type { OfficeTheme } from "../host";
import type { Settings } from "./settings";

/** Colours of Office's themes, as Office.context.officeTheme gives them to the add-in. */
export const officeThemes: Readonly<Record<Settings["theme"], OfficeTheme>> = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#F5F5F5",
    controlForegroundColor: "#242424",
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#F0F0F0",
    controlBackgroundColor: "#1F1F1F",
    controlForegroundColor: "#F0F0F0",
    isDarkTheme: true,
  },
  contrast: {
    bodyBackgroundColor: "#000000",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#000000",
    controlForegroundColor: "#FFFF00",
    isDarkTheme: true,
  },
};
