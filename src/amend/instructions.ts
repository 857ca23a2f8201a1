import type { AmendWords } from "../language/amend-words.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { AmendAction, AmendStep, Instruction, NamedAct } from "../model/amendment.ts";
import { namedActsIn } from "./named-acts.ts";
import { amendingParagraphs, type AmendingParagraph, type AmendText } from "./paragraphs.ts";
import { withoutQuotes } from "./quotes.ts";
import { sentencesIn, type Sentence } from "./sentence.ts";
import { statementsOf, type Statement } from "./statements.ts";
import { tokensOf } from "./tokens.ts";
import { LEVELS } from "./units.ts";
import { withoutEnd } from "./without-end.ts";

/** The words of the language that an amending act is in. */
export interface AmendingWords {
  readonly amend: AmendWords;
  readonly head: HeadWords;
}

/** The instructions of an amending act, each with the act that it changes and its place there. */
export function instructionsOf(read: AmendText, words: AmendingWords): readonly Instruction[] {
  const paragraphs = amendingParagraphs(read, words.amend);
  const reader = new Reader(words, actOfTitle(paragraphs, words));
  for (const statement of statementsOf(paragraphs, words.amend)) reader.read(statement);
  return reader.instructions;
}

/** The one act that the title of an amending act, or of its annex, names. */
function actOfTitle(
  paragraphs: readonly AmendingParagraph[],
  { amend, head }: AmendingWords,
): NamedAct | undefined {
  const titles = paragraphs.filter(({ kind }) => kind === "heading");
  const acts = titles.flatMap(({ whole }) => namedActsIn(whole, amend, head));
  return new Set(acts.map(({ number, date }) => `${number ?? ""} ${date ?? ""}`)).size === 1
    ? acts[0]
    : undefined;
}

/** Goes through the statements and keeps which act and which part of it they speak of. */
class Reader {
  readonly instructions: Instruction[] = [];
  #act: NamedAct | undefined;
  #within: readonly AmendStep[] = [];
  /** The statements stand under an act that is being amended. */
  #amending = false;

  constructor(
    private readonly words: AmendingWords,
    private readonly ofTitle: NamedAct | undefined,
  ) {
    this.#act = ofTitle;
  }

  read(statement: Statement): void {
    const { amend, head } = this.words;
    const sentences = sentencesIn(tokensOf(statement.text, amend), amend);
    const named = namedActsIn(statement.text, amend, head);
    const isClause = statement.marker?.endsWith(".") === true;
    if (
      named.length > 0 &&
      (OPENS.test(statement.text) || sentences.some(({ verb }) => verb !== undefined))
    ) {
      this.#act = named[0];
      this.#within = [];
      this.#amending = true;
    } else if (isClause && sentences.every(({ verb }) => verb === undefined) && !OPENS.test(statement.text)) {
      this.#act = this.ofTitle;
      this.#within = [];
      this.#amending = false;
    }
    if (sentences.every(({ verb }) => verb === undefined))
      this.#lead(statement, sentences[0], named.length > 0);
    else this.#instruct(statement, sentences, named.length > 0);
  }

  /** A line that only says where: `в пункте 5:`, `в Правилах …, утвержденных указанным приказом:`. */
  #lead({ text }: Statement, sentence: Sentence | undefined, namesAct: boolean): void {
    if (!OPENS.test(text) || !this.#amending) return;
    const steps = sentence?.targets[0] ?? [];
    const part = partNamed(text, this.words.amend);
    if (part !== undefined) this.#within = [part, ...steps.filter(({ unit }) => LEVELS[unit] > LEVELS.named)];
    else if (namesAct) return;
    else if (steps.length > 0) this.#within = placed(this.#within, steps);
    else
      this.#within = [
        ...this.#within.filter(({ unit }) => unit !== "named" || isPart(this.#within[0])),
        namedBy(text, this.words.amend),
      ];
  }

  #instruct(statement: Statement, sentences: readonly Sentence[], namesAct: boolean): void {
    let last: readonly (readonly AmendStep[])[] = [[]];
    for (const [index, sentence] of sentences.entries()) {
      if (sentence.verb === undefined) continue;
      const part = namesAct ? undefined : partNamed(statement.text, this.words.amend);
      const within = part === undefined || index > 0 ? this.#within : [part];
      const own = sentence.targets.length > 0 ? sentence.targets : last;
      last = own;
      const isLast = index === sentences.length - 1;
      const action = actionOf(sentence, isLast ? statement : { ...statement, wordings: [] });
      if (action.is === "not-understood" && !this.#amending && own.every((one) => one.length === 0)) continue;
      for (const target of own) this.#add(statement, placed(within, target, sentence.added), action);
    }
  }

  #add({ paragraph }: Statement, target: readonly AmendStep[], action: AmendAction): void {
    const number = this.instructions.length + 1;
    const act = this.#act === undefined ? {} : { act: this.#act };
    this.instructions.push({ number, ...act, target, action, source: paragraph.cited });
  }
}

const OPENS = /:$/u;

const isPart = (step: AmendStep | undefined): boolean => step?.unit === "named" || step?.unit === "annex";

/** Steps within the place that the lines before name: what is no deeper than the first of them is left. */
function placed(
  within: readonly AmendStep[],
  steps: readonly AmendStep[],
  added?: AmendStep,
): readonly AmendStep[] {
  const first = steps[0] ?? added;
  const level = first === undefined ? Infinity : LEVELS[first.unit];
  const kept = within.filter(({ unit }, index) =>
    unit === "named" ? index === 0 || level > LEVELS.clause : LEVELS[unit] < level,
  );
  return [...kept, ...steps];
}

/** The part that a line names by what it was approved with: the words before that, or behind it. */
function partNamed(text: string, words: AmendWords): AmendStep | undefined {
  const lower = withoutQuotes(text).toLowerCase();
  const at = words.approved.map((word) => lower.indexOf(word)).find((found) => found >= 0);
  if (at === undefined) return undefined;
  const name = words.calledBefore ? text.slice(0, at) : text.slice(at + (words.approved[0]?.length ?? 0));
  const named = namedBy(name, words);
  return named.words === undefined || named.words === "" ? undefined : named;
}

/** A part called by its title alone: the words of the line without what opens and ends it. */
function namedBy(text: string, { leads }: AmendWords): AmendStep {
  const plain = withoutEnd(text, ":,; \n").trim();
  const [first = "", ...others] = plain.split(" ");
  const words = leads.includes(first.toLowerCase()) ? others.join(" ") : plain;
  return { unit: "named", labels: [], words };
}

function actionOf(sentence: Sentence, { was, wordings }: Pick<Statement, "was" | "wordings">): AmendAction {
  const { verb, olds, news, anchor, everywhere, inCases, byAnnex, added, unclear } = sentence;
  if (unclear) return { is: "not-understood" };
  const before = was === undefined ? {} : { was };
  switch (verb) {
    case "replace": {
      const pairs = pairsOf(olds, news);
      return pairs === undefined
        ? { is: "not-understood" }
        : { is: "replace-words", pairs, everywhere, inCases };
    }
    case "delete":
      return olds.length > 0
        ? { is: "delete-words", words: olds, everywhere, inCases }
        : { is: "delete", ...before };
    case "repeal":
      return { is: "repeal", ...before };
    case "restate":
      if (byAnnex !== undefined) return { is: "restate-by-annex", annex: byAnnex.label };
      return { is: "restate", wordings, ...before };
    case "insert": {
      const words = news[0];
      if (words !== undefined)
        return news.length > 1
          ? { is: "not-understood" }
          : { is: "insert-words", at: anchor?.at ?? "end", words, ...(anchor && { anchor: anchor.words }) };
      if (added === undefined) return { is: "not-understood" };
      return byAnnex === undefined
        ? { is: "insert", what: added, wordings }
        : { is: "insert-by-annex", what: added, annex: byAnnex.label };
    }
    case undefined:
      return { is: "not-understood" };
  }
}

/** Which words come in the place of which; undefined where that is not told. */
function pairsOf(
  olds: readonly string[],
  news: readonly string[],
): readonly (readonly [string, string])[] | undefined {
  if (olds.length === 0 || news.length === 0) return undefined;
  if (news.length !== 1 && news.length !== olds.length) return undefined;
  return olds.map((old, index) => [old, news[index] ?? news[0] ?? ""] as const);
}
