import type { ChangeWords } from "../language/change-words.ts";
import type { DeadlineRule, FeeRule } from "../model/rule.ts";
import { areForms as areFormsAnywhere, sameContent, wordsOf } from "./words.ts";

/** Events that the applicant brings about: a term up to one of them binds the applicant. */
const OF_APPLICANT = new Set(["arrived", "submitted", "complaint-filed"]);

/** Endings at most that a word has behind its stem, and letters at least that are left of it. */
const MOST_ENDINGS = 3;
const LEAST_STEM = 4;
/** Letters of a stem at least with one known ending behind it. */
const SHORT_STEM = 3;
/** Letters that a verb and its denial share at least. */
const LEAST_SHARED = 2;
/** So far from an amount stands the word that makes it a ceiling, in words. */
const BESIDE = 6;

/** What is known of wordings in the language that two versions are in; of none that is known, each other word is a change. */
export class Wording {
  constructor(private readonly words: ChangeWords | undefined) {}

  /** Whether somebody named as bound is the applicant. */
  isApplicant(actor: string): boolean {
    const name = actor.toLowerCase();
    const [first = ""] = wordsOf(actor);
    return (this.words?.applicant ?? []).some((one) => name.startsWith(one) || this.areForms(first, one));
  }

  /** Whether two words are forms of one that say the same: neither denies what the other says, nor names who does it. */
  areForms(one: string, other: string): boolean {
    if (!beginAlike(one, other, SHORT_STEM)) return false;
    const { verbEnds = [], ends = [], agents = [] } = this.words ?? {};
    const [agent, otherAgent] = [one, other].map((word) =>
      agents.some((part) => word.includes(part, LEAST_STEM - 1)),
    );
    if (agent !== otherAgent || this.#deniesBehind(one, other)) return false;
    if (ends.length > 0 && withoutEnd(one, ends, 1, SHORT_STEM) === withoutEnd(other, ends, 1, SHORT_STEM))
      return true;
    if (!beginAlike(one, other, LEAST_STEM)) return false;
    const [plain, plainOther] = [one, other].map((word) => withoutEnd(word, verbEnds, 1));
    if (areFormsAnywhere(plain ?? one, plainOther ?? other)) return true;
    const [stem, otherStem] = [one, other].map((word) => withoutEnd(word, ends, MOST_ENDINGS));
    return ends.length > 0 && (stem === otherStem || areFormsAnywhere(stem ?? one, otherStem ?? other));
  }

  /** Whether two texts say the same in other forms of the same words. */
  sameContent(one: string, other: string): boolean {
    return sameContent(one, other, (word, form) => this.areForms(word, form));
  }

  /** Whether one of two words denies what the other says: `недействительный`, `берілмейді`. */
  denies(one: string, other: string): boolean {
    const shared = one.length - tailsOf(one, other)[0].length;
    if (shared >= LEAST_SHARED && this.#deniesBehind(one, other)) return true;
    return (this.words?.denyingStart ?? []).some(
      (start) =>
        (one.startsWith(start) && this.areForms(one.slice(start.length), other)) ||
        (other.startsWith(start) && this.areForms(other.slice(start.length), one)),
    );
  }

  /** Whether a word has in it, behind its stem, what denies: `көрсетілмейді`. */
  isDenied(word: string): boolean {
    return (this.words?.denials ?? []).some((denial) => word.includes(denial, LEAST_STEM));
  }

  /** Whether one of two words that begin alike denies behind that, and the other does not. */
  #deniesBehind(one: string, other: string): boolean {
    const { denials = [] } = this.words ?? {};
    const [denied, otherDenied] = tailsOf(one, other).map((tail) =>
      denials.some((beginning) => tail.startsWith(beginning)),
    );
    return denied !== otherDenied;
  }

  /** Whom a term binds; nobody where neither the reader nor the words tell. */
  boundBy(rule: DeadlineRule): "applicant" | "other" | "nobody" {
    const { actor, toEvent } = rule;
    if (actor !== undefined && this.isApplicant(actor)) return "applicant";
    if (toEvent !== undefined && OF_APPLICANT.has(toEvent)) return "applicant";
    if (actor === undefined && this.#isAsked(rule)) return "applicant";
    return actor === undefined && toEvent === undefined ? "nobody" : "other";
  }

  /** Whether something is forbidden for as long as a term says, and to whom. */
  barredBy(rule: DeadlineRule): "applicant" | "unknown" | "nobody" {
    const { bars = [], again = [] } = this.words ?? {};
    const quote = rule.source?.quote.toLowerCase() ?? "";
    if (!bars.some((bar) => quote.includes(bar))) return "nobody";
    if (rule.direction === "before") return "unknown";
    const ofApplicant = this.boundBy(rule) === "applicant" || this.#has(rule, again) || this.#opens(quote);
    return ofApplicant ? "applicant" : "unknown";
  }

  /** Whether an amount is the most that may be asked. */
  isCap({ amount, source }: FeeRule): boolean {
    const words = wordsOf(source?.quote ?? "");
    const at = words.indexOf(`${amount ?? ""}`);
    const { caps = [] } = this.words ?? {};
    if (at < 0) return false;
    const beside = [...words.slice(Math.max(0, at - 2), at), ...words.slice(at + 1, at + BESIDE)];
    return beside.some((word) => caps.some((cap) => word.startsWith(cap)));
  }

  /** Its words tell of what the applicant sends, and of nothing that is done with it. */
  #isAsked(rule: DeadlineRule): boolean {
    const { asks = [], requests = [], sends = [], handles = [] } = this.words ?? {};
    if (this.#has(rule, handles)) return false;
    return this.#has(rule, asks) || (this.#has(rule, requests) && this.#has(rule, sends));
  }

  #has({ source }: DeadlineRule, beginnings: readonly string[]): boolean {
    const words = wordsOf(source?.quote ?? "");
    return words.some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
  }

  /** Words open with the applicant as who does what they say. */
  #opens(quote: string): boolean {
    return (this.words?.applicant ?? []).some(
      (name) => quote.startsWith(name) && !/^\p{L}/u.test(quote.slice(name.length)),
    );
  }
}

function tailsOf(one: string, other: string): readonly [string, string] {
  let shared = 0;
  while (shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  return [one.slice(shared), other.slice(shared)];
}

const beginAlike = (one: string, other: string, letters: number): boolean =>
  one.length >= letters && one.slice(0, letters) === other.slice(0, letters);

function withoutEnd(word: string, ends: readonly string[], times: number, least = LEAST_STEM): string {
  const end = ends
    .filter((one) => word.endsWith(one) && word.length - one.length >= least)
    .sort((one, other) => other.length - one.length)[0];
  return end === undefined || times === 0
    ? word
    : withoutEnd(word.slice(0, -end.length), ends, times - 1, least);
}
