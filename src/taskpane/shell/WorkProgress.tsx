import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import { useStudyState, useTexts } from "../study/context";
import { percent } from "../texts/define";

interface WorkProgressProps {
  readonly label: string;
  /** What is being worked on now, below the bar. */
  readonly detail?: string;
  /** How much is done, 0 to 1; nothing where that is not known. */
  readonly share?: number | null;
  readonly onStop?: () => void;
  /** Whether it stands among a screen's own content rather than across the pane. */
  readonly within?: boolean;
}

/** Work under way: how far it is, and a way to stop it where there is one. */
export function WorkProgress({ label, detail, share, onStop, within = false }: WorkProgressProps) {
  const texts = useTexts();
  const { language } = useStudyState();
  return (
    <div className={within ? "bvn-work bvn-work-within" : "bvn-work"} role="group" aria-label={label}>
      <ProgressIndicator
        label={label}
        description={detail}
        percentComplete={share ?? undefined}
        ariaValueText={share == null ? undefined : percent(share, language)}
        styles={{ root: { flex: 1, minWidth: 0 } }}
      />
      {onStop && <DefaultButton text={texts.cancelWork} onClick={onStop} />}
    </div>
  );
}
