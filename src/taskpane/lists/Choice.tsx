import { Dropdown, type IDropdownProps } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";

/** Below 480 px Fluent would cover the whole pane with a list of its own accord. */
export const listMode = ResponsiveMode.large;

type FluentProps =
  | "id"
  | "label"
  | "ariaLabel"
  | "title"
  | "placeholder"
  | "required"
  | "disabled"
  | "errorMessage"
  | "calloutProps";

interface ChoiceProps<K extends string> extends Pick<IDropdownProps, FluentProps> {
  readonly options: readonly { readonly key: K; readonly text: string }[];
  /** The answer chosen; `null` for none, which Fluent would otherwise keep of its own. */
  readonly value: K | null;
  readonly onChoose: (key: K) => void;
}

/** One answer of a short list. */
export function Choice<K extends string>({ options, value, onChoose, ...props }: ChoiceProps<K>) {
  return (
    <Dropdown
      {...props}
      options={options.map(({ key, text }) => ({ key, text }))}
      selectedKey={value}
      responsiveMode={listMode}
      onChange={(_, option) => option && onChoose(option.key as K)}
    />
  );
}
