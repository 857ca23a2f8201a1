import type { AuditSeal, SealDifference } from "../../model/audit-seal.ts";
import type { Language } from "../../model/language.ts";
import { markup, type Markup } from "./markup.ts";
import WORDS from "./seal-words.json" with { type: "json" };

type Label = keyof (typeof WORDS)["en"];

/** One line of a seal: what it is of, how that is called, and its hash. */
interface SealLine {
  readonly what: Label;
  readonly name: string;
  readonly sha256: string;
}

/** What a seal holds, line by line: first the hash of all of it. */
function linesOf(seal: AuditSeal): SealLine[] {
  const things = (what: Label, of: readonly { readonly id: string; readonly sha256: string }[]): SealLine[] =>
    of.map(({ id, sha256 }) => ({ what, name: id, sha256 }));
  return [
    ...seal.log.map(({ name, sha256 }) => ({ what: "log" as const, name, sha256 })),
    { what: "mapping", ...seal.mapping },
    ...(seal.against === undefined ? [] : [{ what: "against" as const, ...seal.against }]),
    ...seal.rulebooks.map(({ id, version, sha256 }) => ({
      what: "rulebook" as const,
      name: version === null ? id : `${id} (${version})`,
      sha256,
    })),
    ...things("law", seal.law),
    ...things("calendar", seal.calendars),
    ...things("zone", seal.zones),
    { what: "vocabulary", name: "vocabulary.json", sha256: seal.vocabulary },
  ];
}

/** What was asked for, as it was asked: only what is other than usual. */
const optionsOf = ({ options }: AuditSeal): string =>
  Object.entries(options)
    .filter(([, value]) => value !== false && value !== null)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("; ");

/** A seal in a line of text: the hash of all of it, and by what it was made. */
export const sealText = (seal: AuditSeal | null, language: Language): string =>
  seal === null ? "" : `${WORDS[language].seal}: SHA-256 ${seal.sha256} (${engineOf(seal)})`;

const engineOf = ({ engine }: AuditSeal): string => `${engine.name} ${engine.version}`;

/** The seal as a section of the report: every hash in full. */
export function sealSection(seal: AuditSeal | null, language: Language): Markup {
  if (seal === null) return markup``;
  const words = WORDS[language];
  const options = optionsOf(seal);
  const lines = linesOf(seal).map(
    ({ what, name, sha256 }) =>
      markup`<tr><td>${words[what]}</td><td>${name}</td><td><code>${sha256}</code></td></tr>`,
  );
  return markup`<section class="seal"><h2 id="seal">${words.title}</h2>
<p>${engineOf(seal)}, DuckDB ${seal.engine.database}${options === "" ? "" : `; ${words.options}: ${options}`}</p>
<table><thead><tr><th>${words.what}</th><th>${words.name}</th><th>SHA-256</th></tr></thead><tbody>${lines}
<tr><td><b>${words.seal}</b></td><td>${words.all}</td><td><code>${seal.sha256}</code></td></tr></tbody></table>
<p class="pale">${words.repeat}</p></section>`;
}

/** The seal where only a line of it has room. */
export const sealMark = (seal: AuditSeal | null, language: Language): Markup =>
  seal === null ? markup`` : markup`<p class="pale">${WORDS[language].seal}: <code>${seal.sha256}</code></p>`;

/** What came of doing an audit again, in words. */
export function verifiedText(
  { differences, findings, files, notRepeated }: Verified,
  language: Language,
): string {
  const words = WORDS[language];
  const filled = (text: string): string =>
    text.replace("{findings}", String(findings)).replace("{files}", String(files));
  if (differences.length === 0) return `${filled(words.holds)}\n`;
  const lines = differences.map(({ what, name, was, is }) => {
    const change = words.wasIs
      .replace("{was}", () => was ?? words.none)
      .replace("{is}", () => is ?? words.none);
    return `  ${words[what]}${name === "" ? "" : ` ${name}`}: ${change}`;
  });
  const same = notRepeated === undefined && !differences.some(({ what }) => what === "findings");
  return [
    words.broken,
    ...lines,
    ...(same ? [filled(words.sameFindings)] : []),
    ...(notRepeated === undefined ? [] : [words.notRepeated.replace("{why}", () => notRepeated)]),
    "",
  ].join("\n");
}

/** What came of doing an audit again. */
export interface Verified {
  readonly differences: readonly SealDifference[];
  /** Findings of the seal, and the files that it holds. */
  readonly findings: number;
  readonly files: number;
  /** Why it could not be done again. */
  readonly notRepeated?: string;
}
