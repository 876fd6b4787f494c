import { registerIcons } from "office-ui-fabric-react/lib/Styling";
import {
  AddIcon,
  AlertSolidIcon,
  CancelIcon,
  CheckMarkIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  ClearIcon,
  CompletedIcon,
  CopyIcon,
  DeleteIcon,
  ErrorBadgeIcon,
  InfoIcon,
  RefreshIcon,
  UndoIcon,
  WarningIcon,
} from "@fluentui/react-icons-mdl2";

/** Draws the icons the pane and Fluent's own parts use; without it Fluent would fetch an icon font. */
export function registerPaneIcons(): void {
  registerIcons({
    icons: {
      Add: <AddIcon />,
      AlertSolid: <AlertSolidIcon />,
      Cancel: <CancelIcon />,
      CheckMark: <CheckMarkIcon />,
      ChevronDown: <ChevronDownIcon />,
      ChevronUp: <ChevronUpIcon />,
      Clear: <ClearIcon />,
      Completed: <CompletedIcon />,
      Copy: <CopyIcon />,
      Delete: <DeleteIcon />,
      ErrorBadge: <ErrorBadgeIcon />,
      Info: <InfoIcon />,
      Refresh: <RefreshIcon />,
      Undo: <UndoIcon />,
      Warning: <WarningIcon />,
    },
  });
}
