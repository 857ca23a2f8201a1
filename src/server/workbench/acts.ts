import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { ActUnderReview, ReviewedIn } from "../../desk/act.ts";
import { actId } from "../../desk/act-id.ts";
import { isKept } from "../../desk/anchor-text.ts";
import { openAct } from "../../desk/open-act.ts";
import { twinBeside } from "../../desk/twin-beside.ts";
import { aboutFile, actFilesIn } from "../../files/acts-folder.ts";
import { Trouble } from "../../model/trouble.ts";

/** Which acts a workbench is over. */
export interface ActSources {
  /** Folders, all acts of which are open, those too that come there later. */
  readonly folders: readonly string[];
  /** Files of acts, behind those of the folders. */
  readonly files: readonly string[];
  readonly rules: ReviewedIn;
  /** The one act's text in its other language, where a file was named. */
  readonly twin?: string | undefined;
}

/** A text that is not open because it could not be read. */
export interface RefusedAct {
  readonly path: string;
  readonly trouble: Trouble;
}

/**
 * The acts that are open for review; each is read when it is first asked for, and again only when its file, what is known of
 * it, or the file of its text in the other language has changed.
 */
export class Acts {
  readonly #open = new Map<string, { readonly stamp: string; readonly act: Promise<ActUnderReview> }>();
  readonly #added = new Set<string>();

  constructor(private readonly sources: ActSources) {}

  /** All that can be read, and those that cannot. */
  async all(): Promise<{ readonly acts: ActUnderReview[]; readonly refused: RefusedAct[] }> {
    const acts: ActUnderReview[] = [];
    const refused: RefusedAct[] = [];
    const paths = this.#paths();
    for (const path of paths) {
      try {
        const act = await this.#asOne(path, paths);
        // Two texts of one act are one act.
        if (acts.some((one) => one.path === act.path)) continue;
        if (acts.some(({ id }) => id === act.id)) throw sameName(path, act.id);
        acts.push(act);
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        refused.push({ path, trouble: error });
      }
    }
    return { acts, refused };
  }

  /** By the act's id, which is looked up and never becomes a path. */
  async byId(id: string): Promise<ActUnderReview | undefined> {
    const paths = this.#paths();
    const path = paths.find((one) => idAt(one) === id);
    return path === undefined ? undefined : await this.#asOne(path, paths);
  }

  /**
   * The act of a file among those that are open. Where its text in the other language is open as well, comes first by name and nothing is decided on either
   * alone, the act is that one with this as its other text.
   */
  async #asOne(path: string, paths: readonly string[]): Promise<ActUnderReview> {
    const { rules, twin } = this.sources;
    const other = twin === undefined ? twinBeside(path) : undefined;
    if (other === undefined || other > path || !paths.includes(other) || (await isKept(path, rules)))
      return await this.#at(path);
    const act = await this.#at(other).catch(() => undefined);
    return act?.twin === undefined ? await this.#at(path) : act;
  }

  /** Files of all acts that are open, with their ids; those whose file says no id are called by their name. */
  files(): { readonly path: string; readonly id: string }[] {
    return this.#paths().map((path) => ({ path, id: calledAt(path) }));
  }

  /** Opens an act, of a folder that is not looked into as well, and gives its id. */
  add(path: string): string {
    const added = resolve(path);
    this.#added.add(added);
    return calledAt(added);
  }

  #paths(): readonly string[] {
    const { folders, files } = this.sources;
    const all = [...folders.flatMap(actFilesIn), ...this.#added, ...files].map((path) => resolve(path));
    return [...new Set(all)];
  }

  #at(path: string): Promise<ActUnderReview> {
    const { rules, twin } = this.sources;
    const stamp = [path, aboutFile(path), twin ?? twinBeside(path)].map(stampOf).join(" ");
    const known = this.#open.get(path);
    if (known?.stamp === stamp) return known.act;
    const act = openAct(path, rules, twin);
    this.#open.set(path, { stamp, act });
    // What could not be read is tried anew when it is asked for again.
    act.catch(() => this.#open.delete(path));
    return act;
  }
}

const sameName = (path: string, id: string): Trouble =>
  new Trouble(`another act that is open is called ${id} as well`, {
    file: path,
    wayOut: "Give the file another name, or take one of them away.",
  });

function idAt(path: string): string | undefined {
  try {
    return actId(path);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return undefined;
  }
}

/** The id of the act of a file, or its path where nothing says it. */
const calledAt = (path: string): string => idAt(path) ?? path;

function stampOf(path: string | undefined): string {
  const about = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return about === undefined ? "" : `${about.mtimeMs} ${about.size}`;
}
