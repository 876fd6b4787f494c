import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Completes package-lock.json with the optional packages of other platforms. A registry that mirrors only what
 * its own machines need has npm leave them out of the lock, and `npm ci` then refuses it everywhere; with an
 * entry, each platform takes its own and ignores the rest. Run after every `npm install` (`npm run lock`).
 */
interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  packages: Record<string, LockedPackage>;
}

const systems = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openharmony",
  "aix",
  "netbsd",
  "openbsd",
  "sunos",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "wasm32",
  "mips64el",
];

/** Platform of a package by the end of its name, e.g. "@swc/core-linux-x64-musl"; null when it names none. */
export function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> | null {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!cpu || (!os && cpu !== "wasm32")) return null;
  const end = words[words.length - 1]!;
  const libc =
    os !== "linux"
      ? undefined
      : end.startsWith("musl")
        ? "musl"
        : end.startsWith("gnu")
          ? "glibc"
          : undefined;
  return { ...(os ? { os: [os] } : {}), cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** Optional packages that a package of the lock names and the lock does not hold, with where they would stand. */
export function missingPlatforms(lock: Lock): Map<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const [path, { optionalDependencies }] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const platform = platformOf(name);
      // Found where Node would look: below the package that asks, or in a folder above.
      const above = path
        .split("/node_modules/")
        .map((_, depth, parts) => parts.slice(0, depth + 1).join("/node_modules/"));
      const held = ["", ...above].some(
        (folder) => `${folder ? `${folder}/` : ""}node_modules/${name}` in lock.packages,
      );
      if (!platform || held || !/^\d/.test(version)) continue;
      missing.set(`node_modules/${name}`, { version, ...platform, optional: true });
    }
  return missing;
}

if (require.main === module) {
  const path = join(__dirname, "..", "package-lock.json");
  const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;
  const missing = missingPlatforms(lock);
  for (const [place, entry] of missing) lock.packages[place] = { ...entry, dev: true } as LockedPackage;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.size} packages of other platforms added`);
}
