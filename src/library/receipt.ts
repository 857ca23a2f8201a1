import { hash } from "node:crypto";
import type { Request } from "../check/request.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Verdict } from "../model/verdict.ts";
import about from "../../package.json" with { type: "json" };
import { quoted } from "../model/canonical-json.ts";
import { hashOf } from "../model/print.ts";

const ENGINE = { name: "tarmaq", version: about.version } as const;

/** How receipts name a book: verdicts by the same book share one naming of it. */
function named(book: Verdict["rulebook"]): Receipt["rulebook"] {
  const there = NAMED.get(book);
  if (there !== undefined) return there;
  const { id, version, sha256 = "", unread, law } = book;
  const made = {
    id,
    ...(version === undefined ? {} : { version }),
    sha256,
    unread,
    ...(typeof law === "object" ? { law: law.sha256 } : {}),
  };
  NAMED.set(book, made);
  return made;
}

const NAMED = new WeakMap<Verdict["rulebook"], Receipt["rulebook"]>();

/** The receipt of a verdict; `vocabulary` is the hash of the vocabulary. */
export function receiptOf(request: Request, verdict: Verdict, vocabulary: string, at?: string): Receipt {
  const { verdict: answer, calendar } = verdict;
  const ofRequest = hashOf(request);
  const rulebook = named(verdict.rulebook);
  const ofVerdict = sha256(substanceOf(verdict));
  // Without spreads where nothing special is asked for: every answer of a server has one.
  if (at === undefined && calendar !== undefined)
    return { engine: ENGINE, request: ofRequest, rulebook, calendar, vocabulary, answer, verdict: ofVerdict };
  return {
    engine: ENGINE,
    ...(at === undefined ? {} : { at }),
    request: ofRequest,
    rulebook,
    ...(calendar === undefined ? {} : { calendar }),
    vocabulary,
    answer,
    verdict: ofVerdict,
  };
}

/** Put together by hand: every verdict has one, and it is nine tenths words that are known already. */
function substanceOf(verdict: Verdict): string {
  const { undetermined, missingDocuments, openFindings, ignored, reasons, deadlines } = verdict;
  // One a rule in the order of the book, whose hash is in the receipt.
  let codes = "";
  for (const { code } of reasons) codes += codes === "" ? code : `,${code}`;
  let terms = "";
  for (const { rule, start, due, unknown } of deadlines)
    terms += `${terms === "" ? "" : ","}[${jsonOf(rule)},${jsonOf(start)},${jsonOf(due)},${jsonOf(unknown)}]`;
  const lists = `${listOf(undetermined)},${listOf(missingDocuments)},${listOf(openFindings)},${listOf(ignored)}`;
  return `["${verdict.verdict}",${verdict.asFarAsRulesAtHandGo},${lists},"${codes}",[${terms}]]`;
}

const listOf = (items: readonly unknown[]): string => (items.length === 0 ? "[]" : JSON.stringify(items));
const jsonOf = (text: string | undefined): string => (text === undefined ? "null" : quoted(text));

const sha256 = (text: string): string => hash("sha256", text, "hex");
