import type { TextFile } from "../files/read-text.ts";
import { TEXT_LANGUAGES } from "../language/languages.ts";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { openVersion, type OpenVersion, type VersionsFrom } from "./open-version.ts";

/**
 * Both sides of a comparison. Throws `Trouble` where one of them is not to be had, or where two texts are in two languages:
 * those are no versions of one another.
 */
export async function openVersions(
  old: string | TextFile,
  now: string | TextFile,
  from: VersionsFrom,
): Promise<readonly [old: OpenVersion, now: OpenVersion]> {
  const [before, after] = [await openVersion(old, from), await openVersion(now, from)];
  const [one, other] = [before.language, after.language];
  if (one !== undefined && other !== undefined && one !== other)
    throw new Trouble(`${before.name} is in ${nameOf(one)} and ${after.name} in ${nameOf(other)}`, {
      wayOut:
        "Two versions are compared in one language; two languages of one version are held against each other by `tarmaq parity`.",
    });
  return [before, after];
}

const nameOf = (code: Language): string =>
  TEXT_LANGUAGES.find((language) => language.code === code)?.name ?? code;
