import { statSync } from "node:fs";
import type { ActUnderReview } from "../../desk/act.ts";
import { openAct } from "../../desk/open-act.ts";
import type { RulesFolder } from "../../files/rules-folder.ts";

/** The acts that are open for review; each is read again only when its file has changed. */
export class Acts {
  readonly #open = new Map<string, { readonly stamp: string; readonly act: ActUnderReview }>();
  readonly #paths: readonly string[];
  readonly #rules: RulesFolder;

  constructor(paths: readonly string[], rules: RulesFolder) {
    this.#paths = paths;
    this.#rules = rules;
  }

  all(): ActUnderReview[] {
    return this.#paths.map((path) => this.#at(path));
  }

  /** By the act's id, which is looked up and never becomes a path. */
  byId(id: string): ActUnderReview | undefined {
    return this.all().find((act) => act.id === id);
  }

  #at(path: string): ActUnderReview {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = this.#open.get(path);
    if (known?.stamp === stamp) return known.act;
    const act = openAct(path, this.#rules);
    this.#open.set(path, { stamp, act });
    return act;
  }
}

/** Lets changes of one file wait for each other, so that each is decided on what the one before it has left. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(file: string, change: () => Promise<T>): Promise<T> {
    const before = this.#last.get(file) ?? Promise.resolve();
    const turn = before.then(change, change);
    this.#last.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
