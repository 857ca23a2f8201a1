import type { Grammar } from "../language/grammar.ts";
import { DOUBTFUL, LIKELY, SURE, type Extractor, type Reading } from "./extractor.ts";
import { caseOf } from "./case.ts";
import { documentsIn, type DocumentWords } from "./document-parts.ts";
import type { Mark } from "./marks.ts";
import { isBound, isNicknamed } from "./phrase.ts";
import { isPredicate } from "./predicate.ts";
import { gapAfter, has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { waysIn } from "./ways.ts";

/** One document or piece of information that the applicant has to bring or send. */
export const document: Extractor<"document"> = {
  id: "document",
  read: (statement, grammar) => {
    const inline = inlineList(statement);
    if (inline !== undefined)
      return readings(statement, inline, statement.words.length, LIKELY, undefined, grammar);
    if (statement.closing === ":") return [];
    if (isElement(statement)) return isNoDocument(statement, grammar) ? [] : element(statement, grammar);
    if (statement.topic !== undefined) return [];
    return [
      ...needed(statement, grammar),
      ...handedIn(statement, grammar),
      ...attached(statement, grammar),
    ].slice(0, MOST);
  },
  examples: [
    {
      in: "kk",
      topic: "documents",
      text: "жеке куәлік немесе цифрлық құжаттар сервисінен электрондық құжат (сәйкестендіру үшін)",
      gives: [{}, {}],
    },
    {
      in: "kk",
      lead: "көрсетілетін қызметті алушы келесі құжаттарды ұсынады:",
      text: "балалар үшін – туу туралы куәлік",
      gives: [{ condition: "балалар үшін" }],
    },
    {
      in: "kk",
      text: "Тұтынушы порталда электрондық сұрау салуды толтырады",
      gives: [{ channel: "portal" }],
    },
    { in: "kk", text: "Тіркеуші құжатты дәрігерге береді", gives: [] },
    { in: "kk", text: "Тұтынушы Стандартта көзделген құжаттарды ұсынады", gives: [] },
    { in: "kk", topic: "documents", text: "Мәліметтер ақпараттық жүйелерден алынады", gives: [] },
  ],
};

/** Documents at most that one sentence in prose asks for. */
const MOST = 4;

/** What the provider gets itself, originals to compare with, samples, and anything that is done is no document to bring. */
function isNoDocument(statement: Statement, grammar: Grammar): boolean {
  if (has(statement, "provider-gets", "originals", "consent")) return true;
  if (has(statement, "sample") && !has(statement, "document")) return true;
  if (has(statement, "not-needed")) return !has(statement, "for-whom");
  if (!isPredicate(statement, statement.words.length - 1, grammar) || has(statement, "needed")) return false;
  return !(has(statement, "to-hand-in") && (has(statement, "applicant") || endsPassive(statement)));
}

/** `… ұсынылады`: said of the document itself. */
const endsPassive = (statement: Statement): boolean =>
  statement.words.at(-1)?.text ===
  statement.words[marksFor(statement, "to-hand-in").at(-1)?.from ?? -1]?.text;

/** `… ұсынады: тегі, аты, әкесінің аты, мекенжайы`: where the list begins inside the sentence. */
function inlineList(statement: Statement): number | undefined {
  const lists = marksFor(statement, "list-of-documents");
  const end = lists.find(
    (mark) => mark.to < statement.words.length && gapAfter(statement, mark.to - 1).includes(":"),
  );
  return end?.to;
}

/** Whether the statement stands in the row of documents or in a list that asks for documents. */
function isElement(statement: Statement): boolean {
  if (statement.topic === "documents") return true;
  if (statement.topic !== undefined || statement.lead === undefined) return false;
  return asks(statement.lead, statement) && isAskedFor(statement);
}

/** `келесі құжаттарды ұсынады:`, `… алуы үшін:` with `қажет` at the end, in any of the leads. */
function asks(lead: Statement, statement: Statement): boolean {
  if (has(lead, "list-of-documents")) return true;
  if (has(lead, "to-get-the-service") && has(statement.tail ?? statement, "needed")) return true;
  if (lead.lead !== undefined && asks(lead.lead, statement)) return true;
  return goesOnWithList(lead);
}

/** `Портал арқылы жүгінген кезде:` behind a list of documents of the same clause heads the next part of it. */
function goesOnWithList(heading: Statement): boolean {
  if (heading.closing !== ":" || waysIn(heading).length === 0 || heading.words.length > LINE) return false;
  for (let at = heading.before; at !== undefined; at = at.before)
    if (at.lead !== undefined && has(at.lead, "list-of-documents")) return true;
  return false;
}

/** Words at most of a line that heads part of a list. */
const LINE = 14;

/** An element that is asked for as a paper; attachment or a signature that must be there is none. */
const isAskedFor = (statement: Statement): boolean =>
  !has(statement, "attached", "signature-held", "result-of-step", "at-most") && has(statement, "document");

function element(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const confidence = has(statement, "document") ? SURE : DOUBTFUL;
  return readings(statement, 0, statement.words.length, confidence, caseOf(statement), grammar);
}

/** `қызметті алуы үшін … құжаты болуы қажет`. */
function needed(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const [purpose] = marksFor(statement, "to-get-the-service");
  const [need] = marksFor(statement, "needed").filter(
    (mark) => purpose !== undefined && mark.from > purpose.to,
  );
  if (purpose === undefined || need === undefined || !isAskedFor(statement)) return [];
  return readings(statement, purpose.to, need.from, LIKELY, undefined, grammar);
}

/** The applicant hands something in: `алушы … құжатты ұсынады`, or sends a request with a signature in a step. */
function handedIn(statement: Statement, grammar: Grammar): Reading<"document">[] {
  if (has(statement, "elsewhere", "request-blank")) return [];
  if (isSentInStep(statement)) return readings(statement, 0, 0, LIKELY, undefined, grammar);
  const verb = [...marksFor(statement, "to-hand-in"), ...marksFor(statement, "applies")].find((mark) =>
    isGivenBy(statement, mark, grammar),
  );
  if (verb === undefined) return [];
  const condition = conditionBefore(statement);
  const confidence = condition === undefined ? LIKELY : DOUBTFUL;
  const whole = readings(statement, 0, 0, confidence, condition, grammar);
  if (statement.words.length < LONG || has(statement, "complaint"))
    return has(statement, "complaint") ? [] : whole;
  const from = paperStart(statement, verb);
  const end = statement.words[verb.to - 1]?.end ?? statement.end;
  return whole.map((one) => ({
    ...one,
    words: { start: statement.words[from]?.start ?? statement.start, end },
  }));
}

/** `… құжаттар болған кезде өтінішке қоса беріледі`: said of the papers themselves. */
function attached(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const ends = marksFor(statement, "is-attached").some((mark) => mark.to === statement.words.length);
  if (!ends || !has(statement, "document") || has(statement, "elsewhere", "complaint")) return [];
  const [when] = marksFor(statement, "in-case");
  const condition = when === undefined ? undefined : wordsBetween(statement, 0, when.to);
  return readings(statement, 0, 0, LIKELY, condition, grammar);
}

/** Words of a sentence from which on what is handed in is cut out of it. */
const LONG = 24;

/** The word behind whoever applies, for what, and by which way: where the words of the paper itself begin. */
function paperStart(statement: Statement, verb: Mark): number {
  const paper = [...marksFor(statement, "document"), ...marksFor(statement, "with-document")]
    .filter((mark) => mark.to <= verb.to)
    .sort((a, b) => a.from - b.from)
    .at(-1);
  const before = (["applicant", "by-way", "for-whom"] as const)
    .flatMap((cue) => marksFor(statement, cue))
    .filter((mark) => paper !== undefined && mark.to <= paper.from);
  return Math.max(0, ...before.map((mark) => mark.to));
}

/** Whether the verb has the applicant, and nobody named after them, for its subject and a paper for its object. */
function isGivenBy(statement: Statement, verb: Mark, grammar: Grammar): boolean {
  const applicant = marksFor(statement, "applicant").findLast(
    (mark) => mark.from < verb.from && isSubject(statement, mark),
  );
  if (applicant === undefined) return false;
  const within = (mark: Mark): boolean => mark.from >= applicant.to && mark.from < verb.to;
  const others = marksFor(statement, "role").filter((mark) => within(mark) && mark.to <= verb.from);
  if (others.some((mark) => acts(statement, mark, grammar))) return false;
  if (marksFor(statement, "provider-gets").some(within)) return false;
  const going = marksFor(statement, "applies").some((mark) => mark.from === verb.from);
  return marksFor(statement, going ? "with-document" : "document-given").some(within);
}

/** Whether a name stands for someone who does something: no owner's, no means, no mere name to be used. */
const acts = (statement: Statement, mark: Mark, grammar: Grammar): boolean =>
  !isBound(statement, mark, grammar) &&
  !isNicknamed(statement, mark) &&
  !marksFor(statement, "portal").some((way) => way.from <= mark.from && mark.to <= way.to);

/** In the form without a case ending. */
function isSubject(statement: Statement, mark: Mark): boolean {
  return marksFor(statement, "role").some((role) => role.to === mark.to);
}

/** Words at most between whose signature and the signature. */
const NEAR = 3;

/** `5-процесс – … алушының ЭЦҚ қойылған сұрау салуын жолдау`. */
function isSentInStep(statement: Statement): boolean {
  if (!has(statement, "process-step") || !has(statement, "the-request")) return false;
  const signed = marksFor(statement, "signature").find((mark) =>
    marksFor(statement, "applicant-own").some((own) => mark.from >= own.to && mark.from - own.to <= NEAR),
  );
  return signed !== undefined && marksFor(statement, "sending").some((mark) => mark.from > signed.to);
}

/** `… тексерістен өткен кезде алушы … ұсынады`: when, unless it says by which way people apply. */
function conditionBefore(statement: Statement): string | undefined {
  if (has(statement, "when-applying")) return undefined;
  const [applicant] = marksFor(statement, "applicant");
  const [when] = marksFor(statement, "in-case");
  if (when === undefined || applicant === undefined || when.to > applicant.from) return undefined;
  return wordsBetween(statement, 0, when.to);
}

/** One reading a document; `to` 0 stands for the whole statement as one. */
function readings(
  statement: Statement,
  from: number,
  to: number,
  confidence: number,
  condition: string | undefined,
  grammar: Grammar,
): Reading<"document">[] {
  const parts: DocumentWords[] =
    to === 0
      ? [{ from: 0, to: statement.words.length, instead: false }]
      : documentsIn(statement, from, to, grammar);
  return parts.map((one, index) => {
    const when = one.condition ?? condition;
    const [channel, ...others] = statement.channels;
    const choice = one.instead || parts[index + 1]?.instead === true;
    return {
      fields: {
        kind: "document",
        ...(channel === undefined ? {} : { channel }),
        ...(channel === undefined || others.length === 0 ? {} : { channels: statement.channels }),
        ...(when === undefined ? {} : { condition: when }),
        ...(choice ? { alternativeGroup: statement.provision.path } : {}),
      },
      words: spanOf(statement, one),
      // Where one document ends and the next begins is a reading of its own.
      confidence: parts.length > 1 && !choice ? Math.min(confidence, LIKELY) : confidence,
    };
  });
}

function spanOf(statement: Statement, words: DocumentWords): { start: number; end: number } {
  const first = statement.words[words.from];
  const last = statement.words[words.to - 1];
  const isLast = words.to === statement.words.length;
  const start = words.from === 0 ? statement.start : (first?.start ?? statement.start);
  return { start, end: isLast ? statement.end : (last?.end ?? statement.end) };
}
