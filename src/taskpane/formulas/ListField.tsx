import { Dropdown, DropdownMenuItemType, type IDropdownOption } from "office-ui-fabric-react/lib/Dropdown";
import { listMode } from "../lists/Choice";

export interface ListGroup {
  readonly heading?: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
}

interface ListFieldProps {
  readonly label: string;
  readonly groups: readonly ListGroup[];
  readonly required?: boolean;
  readonly placeholder?: string;
}

interface OneProps extends ListFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}
interface ManyProps extends ListFieldProps {
  readonly values: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

const optionsOf = (groups: readonly ListGroup[]): IDropdownOption[] =>
  groups
    .filter(({ options }) => options.length > 0)
    .flatMap(({ heading, options }, i) => [
      ...(heading ? [{ key: `heading ${i}`, text: heading, itemType: DropdownMenuItemType.Header }] : []),
      ...options.map(({ key, text }) => ({ key, text })),
    ]);

/** One answer of a list, under headings. */
export function ListField({ label, groups, value, required, placeholder, onChange }: OneProps) {
  return (
    <Dropdown
      label={label}
      required={required}
      placeholder={placeholder}
      options={optionsOf(groups)}
      // Fluent takes null for "none"; undefined would make it keep its own choice.
      selectedKey={
        value === "" && !groups.some(({ options }) => options.some((o) => o.key === "")) ? null : value
      }
      responsiveMode={listMode}
      calloutProps={{ calloutMaxHeight: 320 }}
      onChange={(_, option) => option && onChange(String(option.key))}
    />
  );
}

/** Several answers of a list. */
export function ManyField({ label, groups, values, placeholder, onChange }: ManyProps) {
  return (
    <Dropdown
      label={label}
      placeholder={placeholder}
      multiSelect
      options={optionsOf(groups)}
      selectedKeys={[...values]}
      responsiveMode={listMode}
      calloutProps={{ calloutMaxHeight: 320 }}
      onChange={(_, option) => {
        if (!option) return;
        const key = String(option.key);
        onChange(option.selected ? [...values, key] : values.filter((value) => value !== key));
      }}
    />
  );
}
