import { join } from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { territoriesFile } from "../src/domain/territories/file";
import { buildTerritories } from "./territories";

const root = join(__dirname, "..");

/** The modules the generated files come from; read anew at each build, so that `npm start` follows edits. */
interface Sources {
  manifest: typeof import("./manifest");
  metadata: typeof import("../src/functions/metadata");
  help: typeof import("./help");
  reference: typeof import("./function-reference");
  pages: typeof import("./function-help");
}

function load(): { modules: Sources; files: string[] } {
  const ours = (path: string): boolean =>
    path.startsWith(root) && !path.includes("node_modules") && !path.endsWith("generated-files.ts");
  for (const path of Object.keys(require.cache)) if (ours(path)) delete require.cache[path];
  const modules = {
    manifest: require("./manifest"),
    metadata: require("../src/functions/metadata"),
    help: require("./help"),
    reference: require("./function-reference"),
    pages: require("./function-help"),
  } as Sources;
  return { modules, files: Object.keys(require.cache).filter(ours) };
}

/** The official list of territories comes from a package: it does not change while a build is watched. */
let territories: string | undefined;

/**
 * Adds to the build the files that are derived: from code manifest, metadata, shortcuts, help and a page
 * a function, which Excel reads; from a package the list of territories, which the pane reads.
 */
export class GeneratedFiles {
  constructor(private readonly options: { url: string; version: string }) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("GeneratedFiles", (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: "GeneratedFiles", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const { modules, files } = load();
          for (const file of files) compilation.fileDependencies.add(file);
          const { manifest, metadata, help, reference, pages } = modules;
          const emit = (name: string, text: string): void =>
            compilation.emitAsset(name, new sources.RawSource(text));
          const json = (content: object): string => `${JSON.stringify(content, null, 1)}\n`;
          emit("manifest.xml", manifest.manifest(this.options.url, this.options.version));
          emit(manifest.files.shortcuts, json(manifest.shortcuts()));
          emit(manifest.files.shortcutTexts, json(manifest.shortcutTexts()));
          emit(`reference/${territoriesFile}`, (territories ??= buildTerritories()));
          for (const language of ["fr", "en"] as const) {
            const functions = metadata.functionsMetadata(
              language,
              (id) => this.options.url + pages.functionPageName(language, id),
            );
            const references = reference.functionReferences(language);
            for (const each of references) {
              emit(pages.functionPageName(language, each.id), pages.functionHelpPage(each, language));
            }
            // Not "index": the function INDEX has its page, and some systems see no difference.
            emit(
              pages.functionPageName(language, "functions"),
              pages.functionIndexPage(references, language),
            );
            emit(manifest.files.metadata(language), json(functions));
            emit(manifest.files.help(language), help.helpPage(language, functions.functions));
          }
        },
      );
    });
  }
}
