import { useEffect, useState } from "react";
import { Icon } from "office-ui-fabric-react/lib/Icon";
import { implausiblePopulations, officialLookup, readPopulation } from "../../domain/population";
import type { Draft } from "../../domain/records/project";
import type { TerritoryReference } from "../../domain/territories";
import { useServices, useStudyState } from "../study/context";
import { useSay } from "../texts/useSpoken";

/** Under the population: that it cannot be right, compared with the official one and with the main town's. */
export function PopulationNote({ identity }: { identity: Draft }) {
  const { loadTerritories } = useServices();
  const { codebook } = useStudyState();
  const say = useSay();
  const [official, setOfficial] = useState<TerritoryReference | null>(null);
  const read = readPopulation(identity.population);
  const isGiven = read.kind === "number";
  useEffect(() => {
    let wanted = isGiven;
    // Without the official list nothing is said: it is a help, not a need.
    if (wanted)
      loadTerritories().then(
        (found) => wanted && setOfficial(found),
        () => undefined,
      );
    return () => void (wanted = false);
  }, [isGiven, loadTerritories]);
  if (read.kind !== "number") return null;
  const commune = codebook.reader("type").read("Commune");
  const [finding] = implausiblePopulations(
    [
      {
        code: String(identity.code ?? ""),
        name: String(identity.name ?? ""),
        parent: "",
        isGroup:
          typeof identity.type === "number" && !(commune.kind === "code" && commune.code === identity.type),
        population: read.value,
      },
    ],
    officialLookup(official),
  );
  if (!finding) return null;
  return (
    <div className="bvn-note" role="status">
      <Icon iconName="Warning" className="bvn-icon-warning" aria-hidden />
      <span>
        {say(finding.reason)} {say(finding.action)}
      </span>
    </div>
  );
}
