import { extract, type ReadStatement } from "./extract/extract.ts";
import { partsTold, type PartsTold } from "./extract/parts-told.ts";
import { ingest } from "./ingest/ingest.ts";
import type { SourceText } from "./ingest/source-text.ts";
import { languageOf } from "./language/language-of.ts";
import { isRead, type RuleLanguage } from "./language/rule-language.ts";
import { languageOfQuotation, languageOfStretch } from "./language/stretches.ts";
import { languageParts } from "./repair/language-parts.ts";
import { wholeText } from "./repair/whole-text.ts";
import { joined, under } from "./structure/language-trees.ts";
import { TEXT_LANGUAGES } from "./language/languages.ts";
import type { TextLanguage } from "./language/text-language.ts";
import { account } from "./ledger/account.ts";
import type { Finding, Outcome } from "./model/finding.ts";
import type { Language } from "./model/language.ts";
import type { LedgerEntry } from "./model/ledger.ts";
import type { Candidate } from "./model/rule.ts";
import { placeAt, type PlacedSpan, type SourcePlace } from "./model/source-place.ts";
import type { Span } from "./model/span.ts";
import type { Edit } from "./repair/edit.ts";
import { repair } from "./repair/repair.ts";
import type { RepairedText } from "./repair/repaired-text.ts";
import type { Provision } from "./structure/provision.ts";
import { structure } from "./structure/structure.ts";

/** A text as far as its tree. */
export interface Outline {
  readonly file: string;
  readonly sha256: string;
  /** The language it is in, told once; undefined where it is in none that is known, which is an error among the findings. */
  readonly language: TextLanguage | undefined;
  /** The ingested text: what every span counts in, in UTF-16 units. */
  readonly content: string;
  /** Where its stretches are found in the file, in the order of the text; empty where lines say so. */
  readonly places: readonly PlacedSpan[];
  readonly text: RepairedText;
  readonly edits: readonly Edit[];
  /** Of a text in several languages: of the one most of it is in, with the parts in another behind, `ru/clause-1`. */
  readonly tree: Provision;
  /** What is in each language, that of most of the text first; one part, the whole tree, unless it holds several texts. */
  readonly parts: readonly OutlinePart[];
  /** What the stages could not do; an `error` means that the text was not read, and nothing can be said of it. */
  readonly findings: readonly Finding[];
}

/** What of a text is in one language. */
export interface OutlinePart {
  readonly language: TextLanguage | undefined;
  /** As it stands in the tree of the whole text. */
  readonly tree: Provision;
  /** As it would be were there no other part: without the language that its paths begin with there. */
  readonly alone: Provision;
  readonly edits: readonly Edit[];
}

/** A text as read: its tree, its candidate rules, and all that was seen on the way. */
export interface Reading extends Outline {
  readonly parts: readonly ReadingPart[];
  readonly candidates: readonly Candidate[];
  /** What became of every word of the tree. */
  readonly ledger: readonly LedgerEntry[];
}

/** What of a text is in one language, with the rules read from it. */
export interface ReadingPart extends OutlinePart {
  readonly candidates: readonly Candidate[];
}

export { receive } from "./ingest/receive.ts";

/** What goes with the bytes: the file's name, and the act's id where it is known. */
export interface About {
  readonly file: string;
  readonly act?: string;
  /** Of a file with tracked changes: with all accepted (the default), or as it was before any. */
  readonly changes?: "accepted" | "original";
}

/** Bytes to read, or the text that `receive` has made of some. */
export type Received = Uint8Array | Outcome<SourceText>;

/**
 * Reads a text as far as its tree: ingest → language → repair → structure. A text in none of the languages is an error,
 * `reading/language-unknown`.
 */
export function outline(
  received: Received,
  about: About,
  languages: readonly TextLanguage[] = TEXT_LANGUAGES,
): Outline {
  const source = received instanceof Uint8Array ? ingest(received, about) : received;
  const [first] = languages;
  if (first === undefined) throw new TypeError("a reading needs at least one language");
  const [main, ...others] = languageParts(source.value, languages, TELLING).map((part, index) => {
    const text = repair(part.source, part.language);
    const tree = structure(text.value, part.language ?? first, languages);
    const code = part.language?.code;
    return {
      ...part,
      text,
      tree,
      own: index === 0 || code === undefined ? tree.value : under(code, tree.value),
    };
  });
  if (main === undefined) throw new TypeError("a text has at least one part");
  const { language } = main;
  const all = [main, ...others];
  const text = wholeText(
    source.value,
    main.text.value,
    others.map(({ text }) => text.value),
  );
  const outlined = {
    file: about.file,
    sha256: source.value.sha256,
    language,
    content: source.value.content,
    places: source.value.places ?? [],
    text,
    edits: text.edits,
    tree: joined(
      main.own,
      others.map(({ own }) => own),
    ),
    parts: all.map(({ language, own, tree, text }) => {
      return { language, tree: own, alone: tree.value, edits: text.value.edits };
    }),
    findings: [...source.findings, ...all.flatMap(({ text, tree }) => [...text.findings, ...tree.findings])],
  };
  if (language !== undefined || isUnreadable(outlined)) return outlined;
  const fault = languageFault("reading/language-unknown", outlined, { knows: codes(languages) });
  return { ...outlined, findings: [...outlined.findings, fault] };
}

/**
 * Reads a text into candidate rules: the outline, then extract. A text in a language whose rules are not read is an error,
 * `reading/language-not-read`: that it gives no rule says nothing of it.
 */
export function read(
  received: Received,
  about: About,
  languages: readonly TextLanguage[] = TEXT_LANGUAGES,
): Reading {
  const outlined = outline(received, about, languages);
  const { language } = outlined;
  if (!isRead(language)) {
    const reads = codes(languages.filter(isRead));
    const fault =
      language === undefined
        ? []
        : [languageFault("reading/language-not-read", outlined, { language: language.code, reads })];
    const parts = outlined.parts.map((part) => ({ ...part, candidates: [] }));
    return { ...outlined, parts, candidates: [], ledger: [], findings: [...outlined.findings, ...fault] };
  }
  const origin = {
    document: outlined.file,
    sha256: outlined.sha256,
    content: outlined.content,
    ...(about.act === undefined ? {} : { act: about.act }),
  };
  const extracted = outlined.parts.map((part) => {
    const own = isRead(part.language) ? part.language : language;
    const told = languageOfProvisions(own, languages);
    const { value, ...rest } = extract(part.tree, origin, own.grammar, (at) => told(at).grammar);
    const codes = codesOf(rest.statements, told);
    const candidates = value.map((one) => {
      const code = codes.get(one.id);
      const source = placed(one.source, outlined.places);
      const isOther = code !== undefined && code !== language.code;
      return { ...one, source: isOther ? { ...source, language: code } : source };
    });
    return { part: { ...part, candidates }, ...rest };
  });
  let ledger: Reading["ledger"] | undefined;
  return {
    ...outlined,
    parts: extracted.map(({ part }) => part),
    candidates: extracted.flatMap(({ part }) => part.candidates),
    // Made when it is first asked for: who only compares rules has no use for it.
    get ledger() {
      return (ledger ??= extracted.flatMap(({ part, statements }) =>
        account(part.tree, statements, outlined.content).map((entry) => placed(entry, outlined.places)),
      ));
    },
    findings: [...outlined.findings, ...extracted.flatMap(({ findings }) => findings)],
  };
}

const TELLING = { whole: languageOf, stretch: languageOfStretch };

/** What tells the language of a provision in a part: its own, unless it quotes another; forms have names in two. */
const languageOfProvisions =
  (own: RuleLanguage, languages: readonly TextLanguage[]) =>
  ({ path, passage }: Provision): RuleLanguage => {
    if (passage === undefined || path.includes("/table")) return own;
    const told = languageOfQuotation(passage.text, own, languages);
    return isRead(told) ? told : own;
  };

/** The language that each rule was read by, by its id. */
const codesOf = (statements: readonly ReadStatement[], told: (provision: Provision) => RuleLanguage) =>
  new Map(
    statements.flatMap(({ statement, rules }) => {
      const code = rules.length === 0 ? undefined : told(statement.provision).code;
      return rules.map(({ id }) => [id, code] as const);
    }),
  );

/** Words with the place in the file where the first of them stand, where that has no lines. */
function placed<Words extends { readonly spans: readonly Span[] }>(
  words: Words,
  places: readonly PlacedSpan[],
): Words & { readonly place?: SourcePlace } {
  const place = placeAt(places, words.spans[0]?.start ?? 0);
  return place === undefined ? words : { ...words, place };
}

/** What some words tell by themselves of a rule, read in the language of this code; nothing in one whose rules are not read. */
export function partsIn(
  words: string,
  code: Language,
  languages: readonly TextLanguage[] = TEXT_LANGUAGES,
): PartsTold {
  const language = languages.find((one) => one.code === code);
  return isRead(language) ? partsTold(words, language.grammar) : { terms: [], times: [], channels: [] };
}

const codes = (languages: readonly TextLanguage[]): readonly string[] => languages.map(({ code }) => code);

const isUnreadable = ({ findings }: Pick<Outline, "findings">): boolean =>
  findings.some(({ severity }) => severity === "error");

const languageFault = (code: string, { file, content }: Outline, details: Finding["details"]): Finding => ({
  code,
  severity: "error",
  where: { in: "text", document: file, span: { start: 0, end: content.length } },
  ...(details === undefined ? {} : { details }),
});
