import { keepAbout } from "../files/acts-folder.ts";
import { isThere } from "../files/kept-file.ts";
import { supersedeBook } from "../files/supersede-book.ts";
import { versionOf, type About } from "../model/about.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { knownOf } from "./about-of.ts";
import type { ActUnderReview } from "./act.ts";
import { decisionsOf } from "./review-service.ts";
import { toldAbout, type AboutFault, type AboutTold } from "./told-about.ts";

/** What came of a correction: kept, with the rulebooks that it has put out of the way; already so; or refused, and why. */
export type Corrected =
  | { readonly is: "kept"; readonly about: About; readonly superseded: readonly string[] }
  | { readonly is: "already" }
  | { readonly is: "refused"; readonly fault: AboutFault };

/** Who corrects, when (ISO time), and the ids of all other acts that are open. */
export interface Corrector {
  readonly by: string;
  readonly at: string;
  readonly otherIds: readonly string[];
}

/**
 * Keeps what a person says of an act, with what was told before. Decisions stay decisions on this text whatever its version
 * is called then; the act's own name stays once there are any, and a version that others have decided on is not taken.
 */
export async function correctAbout(act: ActUnderReview, told: AboutTold, who: Corrector): Promise<Corrected> {
  const before = knownOf(act);
  const made = toldAbout(told, before);
  if ("field" in made) return { is: "refused", fault: made };
  const changed = CORRECTABLE.filter((field) => canonicalJson(made[field]) !== canonicalJson(before[field]));
  if (changed.length === 0 && act.about !== undefined) return { is: "already" };
  const fault = (await nameFault(act, made, who)) ?? (await versionFault(act, made));
  if (fault !== undefined) return { is: "refused", fault };
  const was = Object.fromEntries(changed.map((field) => [field, before[field]]));
  const about = {
    ...made,
    ...formerEditions(act, made),
    changes: [...(before.changes ?? []), { by: who.by, at: who.at, was }],
  };
  const superseded = versionOf(about) === act.version ? [] : await supersede(act, who.at);
  await keepAbout(act.path, about);
  return { is: "kept", about, superseded };
}

const CORRECTABLE = ["id", "title", "number", "date", "edition", "body", "registered", "status"] as const;

async function nameFault(
  act: ActUnderReview,
  { id }: About,
  who: Corrector,
): Promise<AboutFault | undefined> {
  if (id === act.id) return undefined;
  if (who.otherIds.some((other) => other.toLowerCase() === id.toLowerCase()))
    return { field: "id", code: "idTaken" };
  for (const service of act.services)
    if ((await decisionsOf(service).isThere()) || isThere(service.bookFile))
      return { field: "id", code: "idInUse" };
  return undefined;
}

/** A version by that name may have been decided on over another text of the same act: its decisions are not ours. */
async function versionFault(act: ActUnderReview, about: About): Promise<AboutFault | undefined> {
  const version = versionOf(about);
  if (version === act.version || act.formerVersions.includes(version)) return undefined;
  for (const service of act.services) {
    const { decisions } = await decisionsOf(service).read();
    if (decisions.some((decision) => decision.version === version))
      return { field: "edition", code: "versionTaken" };
  }
  return undefined;
}

function formerEditions(act: ActUnderReview, about: About): Pick<About, "formerEditions"> {
  const version = versionOf(about);
  const all = new Set([...act.formerVersions, act.version]);
  all.delete(version);
  return all.size === 0 ? {} : { formerEditions: [...all] };
}

/** A book built of this text under another version would go on judging beside the new one. */
async function supersede(act: ActUnderReview, at: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { bookFile } of act.services) {
    const name = await supersedeBook(bookFile, at);
    if (name !== undefined) names.push(name);
  }
  return names;
}
