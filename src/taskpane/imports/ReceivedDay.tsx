import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { ReceivedField } from "./ReceivedField";
import { useImport } from "./useImport";

/** The day the files came in: what is late depends on it. */
export function ReceivedDay() {
  const { session, state, texts } = useImport();
  const { receivedDay, ownDays } = state;
  return (
    <div className="bvn-received">
      <ReceivedField
        label={texts.receivedDay}
        help={texts.receivedHelp}
        day={receivedDay}
        disabled={ownDays}
        onDay={(day) => session.setReceived({ receivedDay: day, days: {} })}
      />
      <Checkbox
        label={texts.receivedOwn}
        checked={ownDays}
        onChange={(_, checked = false) => session.setReceived({ ownDays: checked, days: {} })}
      />
    </div>
  );
}
