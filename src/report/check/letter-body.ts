import type { Language } from "../../model/language.ts";
import type {
  Labels,
  MissingDocument,
  Reason,
  StartedTerm,
  Verdict,
  WaitingTerm,
} from "../../model/verdict.ts";
import { withinSentence } from "../../model/within-sentence.ts";
import type { Provision } from "../../model/law.ts";
import type { OwnerName } from "../citation.ts";
import { lawCitation } from "../law-citation.ts";
import { legalCitation } from "../legal-citation.ts";
import { returnedText } from "./appeal.ts";
import { LETTER } from "./letter-words.ts";
import { sentence } from "./sentence.ts";
import { citation } from "../citation.ts";
import { saidIn } from "../twin/said-in.ts";
import { citeIn, lengthOf } from "./law-words.ts";
import { startsWhen } from "./waiting.ts";
import { put } from "../due/words.ts";
import { conditionWords } from "../rules/condition-words.ts";
import { dotted } from "../dotted.ts";
import { dueMoment } from "../moment.ts";
import type { Names } from "../names.ts";

/** What a letter says: on what grounds, what is to be handed in, or until when it is answered. */
export function bodyOf(verdict: Verdict, cited: Citing, law: readonly Provision[]): string[] {
  const { names } = cited;
  const { language } = names;
  switch (verdict.verdict) {
    case "refuse": {
      const reviewed = groundsOf(verdict).filter(({ draft }) => draft !== true);
      return [
        LETTER.refused[language],
        ...(reviewed.length === 0 ? [LETTER.fillGround[language]] : grounds(reviewed, cited, true)),
        ...(verdict.missingDocuments.length === 0
          ? []
          : ["", LETTER.alsoMissing[language], ...lacking(verdict, names)]),
      ];
    }
    case "incomplete":
      return [
        LETTER.handIn[language],
        ...lacking(verdict, names),
        "",
        LETTER.grounds[language],
        ...grounds(
          verdict.reasons.filter((reason) => reason.draft !== true && bearsOnPapers(reason, verdict)),
          cited,
          false,
        ),
        "",
        LETTER.bringBy[language],
        ...returnedText(law, language),
        ...elsewhere(verdict, ["document"], LETTER.elsewhere.incomplete, language),
      ];
    default:
      return [
        LETTER.taken[language],
        ...documentsTaken(verdict, names),
        ...termOf(verdict, language),
        ...heldBack(verdict, cited),
        ...elsewhere(verdict, ["document", "refusal", "eligibility"], LETTER.elsewhere.admit, language),
      ];
  }
}

/** How what a verdict rests on is named and cited: `owner` is what the regulation is. */
export interface Citing {
  readonly names: Names;
  readonly owner?: OwnerName;
}

/** A provision as a lawyer cites it: of the general law with the law in full, of the regulation within it. */
export function citedIn(
  reason: Pick<Reason, "rule" | "cite" | "cites" | "twin">,
  { names, owner }: Citing,
): string {
  if (reason.cites !== undefined) return lawCitation(reason, names.language);
  const { twin, cite } = reason;
  const isInTwin = twin?.language === names.language && twin.differs !== true;
  return legalCitation(isInTwin ? twin.cite : cite, names.language, owner);
}

/** What stands against a request of itself, not for want of a paper. */
export const groundsOf = ({ reasons }: Verdict): readonly Reason[] =>
  reasons.filter(
    ({ outcome, kind, documents, facts }) =>
      outcome === "fail" && documents === undefined && (kind !== "refusal" || facts.length > 0),
  );

/** What is lacking, each paper by its name. */
const lacking = (verdict: Verdict, names: Names): readonly string[] =>
  verdict.missingDocuments
    .filter(isNoWider)
    .map((lack, index) => `${index + 1}) ${lackText(lack, names, wordsOf(lack, verdict, names.language))}`);

/** What the rule that asks for a paper calls it, in the reader's language where the act is at hand in it. */
type WordsOf = (document: string) => string | undefined;

const wordsOf =
  ({ rules }: MissingDocument, { reasons }: Verdict, language: Language): WordsOf =>
  (document) => {
    const asking = reasons.filter(({ rule, quote }) => rules.includes(rule) && quote !== undefined);
    const own = asking.find(({ documents = [] }) => documents.some((one) => one.document === document));
    const reason = own ?? asking[0];
    return reason && saidIn(reason, language).quote;
  };

/** Whether a rule asks for a paper that is lacking, or is a ground that holds because one is. */
const bearsOnPapers = ({ rule, kind, outcome }: Reason, { missingDocuments }: Verdict): boolean =>
  (outcome === "fail" && (kind === "refusal" || kind === "document")) ||
  missingDocuments.some(({ rules }) => rules.includes(rule));

/** What is handed in for another lack makes this one good as well, where it is among the documents of which one is enough. */
const isNoWider = ({ oneOf }: MissingDocument, _: number, all: readonly MissingDocument[]): boolean =>
  !all.some(
    (other) =>
      other.oneOf.length < oneOf.length &&
      other.oneOf.every((one) => oneOf.some((own) => own.document === one.document && own.when === one.when)),
  );

/**
 * Documents of which one is enough, each that nobody has named by `words`; each that is asked for on a condition of which nobody
 * knows, with that.
 */
export function lackText({ oneOf }: MissingDocument, names: Names, words?: WordsOf): string {
  const { language } = names;
  return oneOf
    .map(({ document, state, validUntil, when }, index) => {
      const own = names.document(document);
      const name = own === document ? (words?.(document) ?? own) : own;
      const notes = [
        ...(state === "expired" ? [put(LETTER.expired[language], { day: dotted(validUntil ?? "") })] : []),
        ...(when === undefined ? [] : [withinSentence(conditionWords(when, names))]),
      ];
      const told = index === 0 ? name : withinSentence(name);
      return notes.length === 0 ? told : `${told} (${notes.join("; ")})`;
    })
    .join(LETTER.or[language]);
}

/** What stands against the request, each provision once with its words, and what it was held against. */
function grounds(against: readonly Reason[], cited: Citing, withSentence: boolean): string[] {
  const { names } = cited;
  const said = against.map((reason) => ({
    reason,
    ...saidIn(reason, names.language),
    cite: citedIn(reason, cited),
    why: withSentence ? sentence(reason, names) : "",
  }));
  return said
    .filter(({ reason, why }, index) => {
      const isSaidBy = (other: (typeof said)[number], place: number): boolean =>
        other.reason.cite === reason.cite &&
        (other.reason.quote === reason.quote
          ? place < index
          : (other.reason.quote ?? "").includes(reason.quote ?? " ")) &&
        (why === other.why || other.reason.quote !== reason.quote);
      return !said.some(isSaidBy);
    })
    .flatMap(({ cite, quote, other, why }, index) => [
      quote === undefined ? `${index + 1}) ${cite}.` : `${index + 1}) ${cite}:`,
      ...(quote === undefined ? [] : [`   «${quote}»`]),
      ...(other === undefined ? [] : [`   (${other})`]),
      ...(why === "" ? [] : [`   ${why}`]),
    ]);
}

/** What keeps the result back until it falls away, with the ground. */
function heldBack({ reasons }: Verdict, cited: Citing): string[] {
  const holding = reasons.filter(({ outcome }) => outcome === "hold");
  return holding.length === 0 ? [] : [LETTER.held[cited.names.language], ...grounds(holding, cited, true)];
}

/** The documents that the rules asked for and that are there. */
function documentsTaken({ reasons }: Verdict, names: Names): string[] {
  const present = reasons
    .flatMap(({ documents }) => documents ?? [])
    .filter(({ state }) => state === "present");
  const types = [...new Set(present.map(({ document }) => names.document(document)))];
  if (types.length === 0) return [];
  const documents = types.map(withinSentence).join("; ");
  return [put(LETTER.documents[names.language], { documents })];
}

/**
 * The tightest term of the service that the request has started; where no end could be counted, its length; where another
 * event starts it, which. Without a term of the service, that for an answer.
 */
function termOf({ deadlines, waiting }: Verdict, language: Language): string[] {
  for (const about of ["service", "response"]) {
    // Of a term of which it is not known whether it is this applicant's nothing is promised.
    const bears = ({ judges, subject, missing }: StartedTerm | WaitingTerm): boolean =>
      judges && subject === about && missing === undefined;
    const started = deadlines.filter(bears);
    if (started.length > 0) return [startedText(started, language)];
    const later = waiting.filter(bears);
    if (later.length > 0) return later.map((term) => waitingText(term, language));
  }
  return [LETTER.noTerm[language]];
}

function startedText(terms: readonly StartedTerm[], language: Language): string {
  const [tightest] = terms
    .filter((term): term is StartedTerm & { due: string } => term.due !== undefined)
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));
  if (tightest !== undefined)
    return put(LETTER.due[language], {
      due: dueMoment(tightest.due, language),
      cite: citeIn(tightest, language),
    });
  const [uncounted] = terms;
  if (uncounted === undefined) return LETTER.noTerm[language];
  return put(LETTER.dueUncounted[language], {
    term: lengthOf(uncounted, language),
    cite: citeIn(uncounted, language),
  });
}

const waitingText = (term: WaitingTerm, language: Language): string =>
  put(LETTER.dueWaiting[language], {
    term: lengthOf(term, language),
    starts: startsWhen(term, language, true),
    cite: citeIn(term, language),
  });

/** What the regulation leaves to acts that are not at hand, as far as it could bear on the answer. */
function elsewhere(
  { notHeld }: Verdict,
  kinds: readonly string[],
  words: Labels,
  language: Language,
): string[] {
  const acts = notHeld
    .filter((left) => left.kinds.some((kind) => kinds.includes(kind)))
    .map(({ what, cite }) => `«${what}» (${citation(cite, language)})`);
  return acts.length === 0 ? [] : ["", put(words[language], { acts: [...new Set(acts)].join("; ") })];
}
