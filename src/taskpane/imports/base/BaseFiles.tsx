import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { useImport } from "../useImport";
import { useBase } from "./useBase";

/** Bases of other editions among the files read, each to be mapped on its own. */
export function BaseFiles() {
  const { state } = useImport();
  const { session, texts } = useBase();
  const bases = state.files.filter((file) => file.state === "base");
  if (!bases.length) return null;
  return (
    <div className="bvn-part">
      <p>{texts.baseFiles}</p>
      <ul className="bvn-lines">
        {bases.map((file) => (
          <li key={file.key}>
            <span className="bvn-line-name">{file.name}</span>
            <DefaultButton
              text={texts.map}
              ariaLabel={texts.mapOf(file.name)}
              onClick={() => session.open(file)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
