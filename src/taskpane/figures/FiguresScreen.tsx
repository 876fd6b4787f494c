import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { FocusZone, FocusZoneDirection } from "office-ui-fabric-react/lib/FocusZone";
import { Icon } from "office-ui-fabric-react/lib/Icon";
import type { FindingSeverity } from "../../domain/plausibility/figures";
import type { SheetAudit } from "../../excel/figures/contract";
import "../styles/parts.css";
import "../styles/figures.css";
import { useServices, useStore, useStudyState } from "../study/context";
import { columnTexts, figuresTexts, severityTitles } from "../texts/figures";
import { useSay, useSpoken } from "../texts/useSpoken";
import { FindingItem } from "./FindingItem";
import { useFigureOperations, useLastAudit } from "./figureOperations";

/** Published figures of a sheet, and what cannot be among them. */
export function FiguresScreen() {
  const { reporter } = useServices();
  const { progress } = useStudyState();
  const operations = useFigureOperations();
  const last = useLastAudit();
  const audit = useStore(last);
  const texts = useSpoken(figuresTexts);
  const busy = progress !== null;
  return (
    <div className="bvn-scroll bvn-page bvn-audit">
      <h2>{texts.title}</h2>
      <p>{texts.intro}</p>
      <div className="bvn-actions">
        <PrimaryButton
          text={texts.check}
          iconProps={{ iconName: "Refresh" }}
          disabled={busy}
          allowDisabledFocus
          onClick={() =>
            void reporter.attempt(async () => {
              last.set(null);
              last.set(await operations.audit());
            })
          }
        />
        <DefaultButton
          text={texts.example}
          title={texts.exampleHint}
          disabled={busy}
          allowDisabledFocus
          onClick={() => void reporter.attempt(() => operations.writeExample())}
        />
        {audit && audit.findings.length > 0 && (
          <DefaultButton
            text={texts.write}
            disabled={busy}
            allowDisabledFocus
            onClick={() => void reporter.attempt(() => operations.writeFindings(audit))}
          />
        )}
      </div>
      <p role="status" className="bvn-check-counts">
        {audit && texts.counts(audit.sheet, audit.address, audit.figures, audit.checked)}
      </p>
      {audit && <Findings audit={audit} />}
      <Layout open={!audit} />
    </div>
  );
}

const severities = Object.keys(severityTitles) as FindingSeverity[];

function Findings({ audit }: { audit: SheetAudit }) {
  const { reporter } = useServices();
  const operations = useFigureOperations();
  const texts = useSpoken(figuresTexts);
  const say = useSay();
  if (!audit.findings.length)
    return (
      <div className="bvn-none">
        <Icon iconName={audit.checked ? "Completed" : "Info"} aria-hidden />
        {audit.checked > 0 && <h3>{texts.none}</h3>}
        <p>{audit.checked ? texts.noneText : texts.nothingToCheck}</p>
      </div>
    );
  const groups = severities
    .map((severity) => ({
      severity,
      findings: audit.findings.filter((finding) => finding.severity === severity),
    }))
    .filter(({ findings }) => findings.length);
  return (
    <FocusZone direction={FocusZoneDirection.bidirectional}>
      {groups.map(({ severity, findings }) => (
        <section key={severity} className="bvn-anomalies">
          <h3>{texts.group(say(severityTitles[severity]), findings.length)}</h3>
          <ul>
            {findings.map((finding, i) => (
              <FindingItem
                key={`${i} ${finding.code} ${finding.figure}`}
                finding={finding}
                onGo={() => void reporter.attempt(() => operations.show(audit, finding.address))}
              />
            ))}
          </ul>
        </section>
      ))}
    </FocusZone>
  );
}

/** The columns that are read, for a person who makes a list. */
function Layout({ open }: { open: boolean }) {
  const texts = useSpoken(figuresTexts);
  const say = useSay();
  return (
    <details className="bvn-part bvn-audit-layout" open={open}>
      <summary>{texts.layout}</summary>
      <dl>
        {columnTexts.map(([header, use]) => (
          <div key={header.en}>
            <dt>{say(header)}</dt>
            <dd>{say(use)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
