import { paneRequests } from "../../commands/paneRequests";
import { screenOfCommand } from "../shell/screens";
import type { Services } from "./services";

/** Goes where the ribbon and the keyboard ask to. @returns A function that stops it. */
export function followCommands({ study, navigation, editor }: Services): () => void {
  return paneRequests.listen(({ command }) => {
    const screen = screenOfCommand(command);
    if (screen) navigation.go(screen);
    if (command === "enterProject" && study.getState().status === "ready") editor.startNew();
  });
}
