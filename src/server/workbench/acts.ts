import { statSync } from "node:fs";
import type { ActUnderReview } from "../../desk/act.ts";
import { actId, openAct } from "../../desk/open-act.ts";
import type { RulesFolder } from "../../files/rules-folder.ts";
import { twinBeside } from "../../desk/twin-beside.ts";

/**
 * The acts that are open for review; each is read when it is first asked for, and again only when its file, or that of its
 * text in the other language, has changed.
 */
export class Acts {
  readonly #open = new Map<string, { readonly stamp: string; readonly act: Promise<ActUnderReview> }>();

  constructor(
    private readonly paths: readonly string[],
    private readonly rules: RulesFolder,
    private readonly twin?: string,
  ) {}

  all(): Promise<ActUnderReview[]> {
    return Promise.all(this.paths.map((path) => this.#at(path)));
  }

  /** By the act's id, which is looked up and never becomes a path. */
  async byId(id: string): Promise<ActUnderReview | undefined> {
    const path = this.paths.find((one) => actId(one) === id);
    return path === undefined ? undefined : await this.#at(path);
  }

  #at(path: string): Promise<ActUnderReview> {
    const stamp = [path, this.twin ?? twinBeside(path)].map(stampOf).join(" ");
    const known = this.#open.get(path);
    if (known?.stamp === stamp) return known.act;
    const act = openAct(path, this.rules, this.twin);
    this.#open.set(path, { stamp, act });
    // What could not be read is tried anew when it is asked for again.
    act.catch(() => this.#open.delete(path));
    return act;
  }
}

function stampOf(path: string | undefined): string {
  const about = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return about === undefined ? "" : `${about.mtimeMs} ${about.size}`;
}
