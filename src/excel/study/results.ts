import { localeOf } from "../../domain/language";
import type { Built } from "../../domain/messages/synthesis";
import type { Evaluate } from "../../domain/synthesis";
import type { StudyOperations, SynthesisOptions } from "../contract";
import { notice, sentence, StudyError } from "../errors";
import type { BuildInput } from "../synthesis/build";
import type { DrawMap } from "../synthesis/mapBlock";
import type { BuiltSheet } from "../synthesis/target";
import type { StudyWork } from "./work";

/** What stands above this layer, and what only a browser can do. */
export interface ResultSources {
  /** Computes calls of the functions; null while the base is being read. */
  readonly figures?: () => Evaluate | null;
  /** Draws the map of the synthesis. */
  readonly drawMap?: DrawMap;
}

const builders = () => import(/* webpackChunkName: "synthesis" */ "../synthesis/build");
type Builders = Awaited<ReturnType<typeof builders>>;

const DOING = { synthesis: "buildingSynthesis", fiche: "buildingFiche" } as const;

/** Sheets of results built in the open workbook: the synthesis, and the position of one territory. */
export class Results implements Pick<StudyOperations, "buildSynthesis" | "buildFiche" | "synthesisMapOf"> {
  constructor(
    private readonly work: StudyWork,
    private readonly sources: ResultSources,
  ) {}

  buildSynthesis({ restore, mapOf }: SynthesisOptions = {}): Promise<void> {
    return this.build("synthesis", { restore, mapOf }, ({ buildSynthesis }, input) => {
      const made = new Date().toLocaleDateString(localeOf(input.language));
      return buildSynthesis({ ...input, made, mapOf, drawMap: this.sources.drawMap });
    });
  }

  buildFiche(territory?: string, { restore }: { restore?: boolean } = {}): Promise<void> {
    return this.build("fiche", { restore, territory }, ({ buildFiche }, input) => {
      const territories = this.work.state().territories.map(({ name }) => name);
      if (!territories.length) throw StudyError.of("noTerritory", {});
      return buildFiche({ ...input, territories, territory });
    });
  }

  synthesisMapOf(): Promise<string> {
    return this.work.operation(null, async () => {
      const { readMapOf } = await import(/* webpackChunkName: "synthesis" */ "../synthesis/mapBlock");
      return readMapOf(this.work.context().run);
    });
  }

  /** Builds a sheet and tells what was built; the same asked for again meanwhile is a double click. */
  private build(
    id: BuiltSheet["id"],
    asked: { readonly restore?: boolean; readonly mapOf?: string; readonly territory?: string },
    build: (builders: Builders, input: BuildInput) => Promise<Built>,
  ): Promise<void> {
    const { work, sources } = this;
    return work.once(`${id} ${JSON.stringify(asked)}`, () =>
      work.operation(sentence(DOING[id], {}), async () => {
        const evaluate = sources.figures?.();
        if (work.state().status !== "ready" || !evaluate) throw StudyError.of("noStudy", {});
        const { codebook, language, run } = work.context();
        const { restore } = asked;
        const outcome = await build(await builders(), { codebook, language, run, evaluate, restore });
        const { edited, removed, withoutChart, withoutMap } = outcome;
        const isPartial = edited.length || removed.length || withoutChart.length || withoutMap;
        work.say(notice(isPartial ? "warning" : "success", `${id}Built`, outcome));
      }),
    );
  }
}
