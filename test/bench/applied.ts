import { bench, closeBench } from "../host/study-support";
import { importOf, withPanel } from "../host/imports-support";
import { figure, onceAsync, spent, type Section } from "./measure";

const RUNS = 5;
/** Files and projects in each. */
const SIZE = { territories: 119, projects: 100 };

/** The changes of returned questionnaires written to the study, through Microsoft's client on the headless host. */
export async function appliedBench(): Promise<Section[]> {
  const runs = [];
  const requests: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const study = await bench();
    await withPanel(study, SIZE.territories);
    const input = importOf(await study.study.snapshot(), SIZE);
    const before = study.book.host.counters.requests;
    runs.push(await onceAsync(() => study.study.applyImport(input)));
    requests.push(study.book.host.counters.requests - before);
    await study.settle();
    await closeBench();
  }
  const rows = SIZE.territories * SIZE.projects;
  const most = 3 + Math.ceil(rows / 20_000);
  return [
    {
      title: `${SIZE.territories} returned questionnaires of ${SIZE.projects} projects written to the base`,
      note: "Microsoft's client on the headless host: its own time to take cells in is part of it.",
      figures: [
        { ...spent("written, with Journal and panel", runs), aim: "< 3000 ms" },
        { ...figure("requests (syncs)", requests, ""), aim: `≤ ${most}` },
      ],
    },
  ];
}
