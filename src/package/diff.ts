import { openVersions } from "../desk/open-versions.ts";
import { diff as compare } from "../diff/diff.ts";
import type { StatedPair } from "../diff/pair-services.ts";
import { knownPairs } from "../diff/stated-pairs.ts";
import type { Comparison } from "../model/change.ts";
import { pathsIn } from "./options.ts";
import { attemptLater, type Result } from "./result.ts";
import { handedIn, HERE, type TextSource } from "./text-source.ts";

/** What is known of the two versions beside what they say. */
export interface DiffOptions {
  /** Services that are the same, by their numbers or rulebook ids: `{ old: "5", new: "1" }`. */
  readonly pair?: readonly StatedPair[];
  /** Rulebooks, and folders of them, in which `<id>@<version>` is looked up; those that Tarmaq brings where none are named. */
  readonly rules?: string | readonly string[];
}

/**
 * What changed in substance between two versions, by service, and for whom. A version is a text or a rulebook (by path, or
 * handed in as bytes), a folder of rulebooks, `<rulebook id>@<version>`, or the id of an act that Tarmaq brings. Texts are
 * compared by what a machine has read in them: `of` then says `candidates`.
 */
export const diff = (
  old: TextSource,
  now: TextSource,
  { pair = [], rules }: DiffOptions = {},
): Promise<Result<Comparison>> =>
  attemptLater("the versions", async () => {
    const from = { cwd: HERE, rules: pathsIn(rules) };
    const [before, after] = await openVersions(handedIn(old), handedIn(now), from);
    return compare(before, after, knownPairs(pair, before, after));
  });
