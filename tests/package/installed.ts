import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const checkout = resolve(import.meta.dirname, "../..");

/** All that building and packing needs: the tests may be running from the checkout's own `dist/`, which packing makes anew. */
const PACKED_FROM =
  /^(?:build.*\.mjs|package\.json|tsconfig\.json|LICENSE|README\.md|src|schemas|rules|corpus|examples|docs)$/;

/** The package as others get it, installed into a project that holds nothing else. */
export interface Installed {
  /** Thrown away by whoever asked for it. */
  readonly folder: string;
  /** The project: `package.json` and `node_modules/`. */
  readonly project: string;
  /** `node_modules/tarmaq`. */
  readonly place: string;
  /** Paths in the package, as npm has packed them. */
  readonly files: readonly string[];
}

/** A file that the package brings. */
export const brought = ({ place }: Installed, path: string): string => join(place, path);

/** Packs the checkout and installs it. */
export function installPackage(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-package-"));
  const copy = join(folder, "checkout");
  mkdirSync(copy);
  for (const name of readdirSync(checkout).filter((one) => PACKED_FROM.test(one)))
    cpSync(join(checkout, name), join(copy, name), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(copy, "node_modules"));
  const packed = npm(copy, "pack", "--json", "--pack-destination", folder);
  const [about] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as [
    { filename: string; files: { path: string }[] },
  ];
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "somebody", private: true, type: "module" }),
  );
  npm(project, "install", join(folder, about.filename), "--prefer-offline", "--no-audit", "--no-fund");
  const place = join(project, "node_modules", "tarmaq");
  return { folder, project, place, files: about.files.map(({ path }) => path) };
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: ownEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** What the machine tells every npm: where packages come from, and where they are kept. */
const OF_THE_MACHINE =
  /^npm_config_(?:cache|registry|userconfig|globalconfig|(?:https?_?)?proxy|noproxy|cafile)$/i;

/** The environment without what `npm test` tells its scripts: it would reach the npm that is run here. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || OF_THE_MACHINE.test(name)),
  );
}

/** What a command printed, and its exit status. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder. */
export function run(cwd: string, program: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...ownEnvironment(), NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

/** Makes a folder with all that is in it one that cannot be written, or one that can again. */
export function lock(folder: string, locked: boolean): void {
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const path = join(folder, name);
    const about = lstatSync(path);
    if (!about.isSymbolicLink()) chmodSync(path, locked ? about.mode & ~0o222 : about.mode | 0o200);
  }
}

/** Every file and folder below a folder, with its size and when it was last changed. */
export function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => {
      const { size, mtimeMs } = lstatSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();
}
