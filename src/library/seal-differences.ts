import type { AuditSeal, SealDifference, SealFile } from "../model/audit-seal.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { isWhole } from "./audit-seal.ts";

type Named = readonly (readonly [name: string, hash: string])[];

/** What of a seal is other when the audit is done again: its own hash, what it was made of, and what was found. */
export function sealDifferences(then: SealFile, now: SealFile): SealDifference[] {
  return [
    ...ownDifference(then.seal),
    ...madeOfDifferences(then.seal, now.seal),
    ...differing("findings", [["", findingsOf(then)]], [["", findingsOf(now)]]),
  ];
}

const findingsOf = ({ findings: { count, sha256 } }: SealFile): string => `${count}, ${sha256}`;

/** A seal that is not what its own hash says was changed itself. */
export const ownDifference = (seal: AuditSeal): SealDifference[] =>
  isWhole(seal) ? [] : [{ what: "seal", name: "", was: seal.sha256, is: null }];

function madeOfDifferences(then: AuditSeal, now: AuditSeal): SealDifference[] {
  const compared = (what: SealDifference["what"], of: (seal: AuditSeal) => Named): SealDifference[] =>
    differing(what, of(then), of(now));
  return [
    ...compared("engine", ({ engine }) => [["", engine.version]]),
    ...compared("database", ({ engine }) => [["", engine.database]]),
    ...compared("log", ({ log }) => log.map(({ name, sha256 }) => [name, sha256])),
    ...compared("mapping", ({ mapping }) => [["", mapping.sha256]]),
    ...compared("against", ({ against }) => (against === undefined ? [] : [["", against.sha256]])),
    ...compared("rulebook", ({ rulebooks }) =>
      rulebooks.map(({ id, version, sha256 }) => [version === null ? id : `${id} (${version})`, sha256]),
    ),
    ...compared("law", ({ law }) => law.map(({ id, sha256 }) => [id, sha256])),
    ...compared("calendar", ({ calendars }) => calendars.map(({ id, sha256 }) => [id, sha256])),
    ...compared("zone", ({ zones }) => zones.map(({ id, sha256 }) => [id, sha256])),
    ...compared("vocabulary", ({ vocabulary }) => [["", vocabulary]]),
    ...compared("options", ({ options }) =>
      Object.entries(options).map(([name, value]) => [name, canonicalJson(value)]),
    ),
  ];
}

/** What of two lists is other, by name; of several with one name, the first with the first. */
export function differing(what: SealDifference["what"], then: Named, now: Named): SealDifference[] {
  const [before, after] = [byName(then), byName(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? [], after.get(name) ?? []];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at) => at)
      .filter((at) => was[at] !== is[at])
      .map((at): SealDifference => ({ what, name, was: was[at] ?? null, is: is[at] ?? null }));
  });
}

function byName(named: Named): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, hash] of named) lists.set(name, [...(lists.get(name) ?? []), hash]);
  return lists;
}
