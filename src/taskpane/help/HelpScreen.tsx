import { Link } from "office-ui-fabric-react/lib/Link";
import { commands, type CommandDefinition } from "../../commands/catalogue";
import { formKeys } from "../project/shortcuts";
import { useStudyState, useTexts } from "../study/context";
import { CodebookHelp } from "./CodebookHelp";

/** How the pane is used: commands, keys, missing answers, and what each code means. */
export function HelpScreen() {
  const { language } = useStudyState();
  const texts = useTexts();
  const keys: readonly (readonly [keys: string, does: string])[] = [
    [formKeys.save.shown(texts), texts.keySave],
    [formKeys.saveAndNew.shown(texts), texts.keySaveAndNew],
    [`${formKeys.previous.shown(texts)}, ${formKeys.next.shown(texts)}`, texts.keyMove],
    ["1 … 9", texts.keyDigit],
    ["0", texts.keyZero],
    ["Ctrl+Z", texts.keyUndo],
    [texts.escapeKey, texts.keyEscape],
  ];
  return (
    <div className="bvn-scroll bvn-help">
      <section>
        <h2>{texts.helpCommands}</h2>
        <dl>
          {(commands as readonly CommandDefinition[]).map(({ id, label, description, shortcut }) => (
            <div key={id}>
              <dt>
                {label[language]} {shortcut && <kbd>{shortcut}</kbd>}
              </dt>
              <dd>{description[language]}</dd>
            </div>
          ))}
        </dl>
        <Link href={`help.${language}.html`} target="_blank" rel="noopener">
          {texts.helpFunctions}
        </Link>
      </section>
      <section>
        <h2>{texts.helpKeyboard}</h2>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{texts.helpMissing}</h2>
        <p>{texts.helpMissingText}</p>
      </section>
      <CodebookHelp />
    </div>
  );
}
