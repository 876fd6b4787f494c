import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A member of Office's API that the product's code uses, and the requirement set it came with. */
export interface ApiUse {
  readonly set: string;
  readonly version: string;
  readonly member: string;
  readonly place: string;
}

const root = join(__dirname, "..");

/** Orders versions such as "1.9" and "1.13". */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  return left![0]! - right![0]! || left![1]! - right![1]!;
}

/** The sets a declaration's documentation names: "[Api set: ExcelApi 1.8]" or "requirement-sets | SharedRuntime 1.1". */
function documentedSets(declaration: ts.Node): [set: string, version: string][] {
  for (let node = declaration; node && !ts.isModuleDeclaration(node); node = node.parent) {
    const text = ts
      .getJSDocCommentsAndTags(node)
      .map((comment) => comment.getFullText())
      .join("\n");
    const found = [...text.matchAll(/Api set: (\w+) (\d+\.\d+)|requirement-sets \| (\w+) (\d+\.\d+)/g)];
    // Mailbox is Outlook's set: of members that all applications share, only Outlook has a set to name.
    if (found.length > 0)
      return found
        .map((match): [string, string] => [(match[1] ?? match[3])!, (match[2] ?? match[4])!])
        .filter(([set]) => set !== "Mailbox");
  }
  return [];
}

/**
 * Every member of Excel's and Office's API that the add-in's code names, found by the TypeScript compiler, with
 * the requirement set its documentation gives. Members that belong to no set are left out.
 */
export function apiUses(
  folders: readonly string[] = ["excel", "functions", "commands", "taskpane"],
): ApiUse[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(root, "src", folder, name)),
  );
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const uses = new Map<string, ApiUse>();
  for (const file of files) {
    const source = program.getSourceFile(file)!;
    const visit = (node: ts.Node): void => {
      // Types are gone at run time.
      if (ts.isTypeNode(node)) return;
      if (ts.isIdentifier(node)) {
        const symbol = checker.getSymbolAtLocation(node);
        const declaration = symbol?.declarations?.[0];
        if (declaration?.getSourceFile().fileName.includes("@types/office-js"))
          for (const [set, version] of documentedSets(declaration)) {
            const member = checker.getFullyQualifiedName(symbol!);
            const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
            const place = `${relative(root, file)}:${line}`;
            if (!uses.has(`${set} ${member}`)) uses.set(`${set} ${member}`, { set, version, member, place });
          }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...uses.values()];
}

/** The uses that ask for the highest version of each set. */
export function highestSets(uses: readonly ApiUse[]): Map<string, ApiUse> {
  const highest = new Map<string, ApiUse>();
  for (const use of uses) {
    const known = highest.get(use.set);
    if (!known || compareVersions(use.version, known.version) > 0) highest.set(use.set, use);
  }
  return highest;
}

if (require.main === module)
  for (const { set, version, member, place } of highestSets(apiUses()).values())
    console.log(`${set} ${version}: ${member} (${place})`);
