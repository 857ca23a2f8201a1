import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Trouble } from "../model/trouble.ts";
import { rulebookFiles } from "./read-rulebook.ts";
import { root } from "./root.ts";

/** The rulebooks and decisions that Tarmaq brings. */
const BROUGHT = join(root, "rules");

/** Where decisions and rulebooks are kept. */
export interface RulesFolder {
  readonly folder: string;
  /** Another folder: what is not in `folder` yet is as it is there, and begins with that when it is written. */
  readonly begins?: string;
  /** What is decided there from now on is decided by four eyes. */
  readonly fourEyes?: true;
}

/**
 * The folder that a user has named, and nothing else; where none is named, `rules` in the working folder, which begins
 * with what Tarmaq brings. In a checkout these two are one. Throws `Trouble` where it would be in an installed package.
 */
export function rulesFolder(cwd: string, named?: string): RulesFolder {
  const rules = rulesToRead(cwd, named);
  const { folder } = rules;
  if (isPackages(folder) && !IS_CHECKOUT)
    throw new Trouble("belongs to the installed package, where nothing is written", {
      file: folder,
      wayOut: "Go to a folder of your own: decisions are kept in its rules/, which begins with these.",
    });
  return rules;
}

/** The same where decisions are only looked up, which may be done everywhere. */
export function rulesToRead(cwd: string, named?: string): RulesFolder {
  const folder = named === undefined ? ownRules(cwd) : resolve(cwd, named);
  return named === undefined && folder !== BROUGHT ? { folder, begins: BROUGHT } : { folder };
}

/**
 * The same where several rulebooks and folders may be named: the first folder that is not the package's own, which begins
 * with what Tarmaq brings where that is named as well. Where only files are named, `rules` in the working folder; throws
 * `Trouble` where that is the package's own, which was not named.
 */
export function rulesFolderAmong(cwd: string, named: readonly string[] = []): RulesFolder {
  const folders = named
    .map((path) => resolve(cwd, path))
    .filter((path) => existsSync(path) && isFolder(path));
  const own = folders.find((folder) => !isPackages(folder));
  if (own !== undefined)
    return folders.some((folder) => real(folder) === real(BROUGHT))
      ? { folder: own, begins: BROUGHT }
      : { folder: own };
  const rules = rulesFolder(cwd, folders[0]);
  if (named.length > 0 && folders.length === 0 && isPackages(rules.folder))
    throw new Trouble("only rulebooks are named, and no folder for what is decided at the desk", {
      wayOut:
        "Name a folder as well (--rules BOOK.json FOLDER), or serve without the workbench (--no-review).",
    });
  return rules;
}

/**
 * Rulebooks that judge where none are named: those that Tarmaq brings, and those that `tarmaq rules build` has put into
 * `rules` of the working folder (`<act>/<service>/<version>.json`), which stand in for those at the same place.
 */
export function rulebooksAtHand(cwd: string): readonly string[] {
  const own = ownRules(cwd);
  if (own === BROUGHT || !existsSync(own) || !isFolder(own)) return [BROUGHT];
  const built = rulebookFiles(own).filter((file) => relative(own, file).split(sep).length === DEPTH);
  if (built.length === 0) return [BROUGHT];
  const places = new Set(built.map((file) => relative(own, file)));
  return [...rulebookFiles(BROUGHT).filter((file) => !places.has(relative(BROUGHT, file))), ...built];
}

/** Folders and file of `<act>/<service>/<version>.json`. */
const DEPTH = 3;

/** `rules` of the working folder; anywhere in a checkout, the checkout's. */
const ownRules = (cwd: string): string => (isWithin(cwd, root) ? BROUGHT : join(cwd, "rules"));

/** A checkout has the sources, which no package brings: there `rules/` is the project's own, and is written. */
const IS_CHECKOUT = existsSync(join(root, "src", "cli")) && !root.split(sep).includes("node_modules");

/** Whether a folder lies in Tarmaq's own, also where links lead there. */
const isPackages = (folder: string): boolean => isWithin(folder, root) || isWithin(real(folder), real(root));

/** The path without links, as far as there is something at it. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`);

const isFolder = (path: string): boolean => statSync(path).isDirectory();
