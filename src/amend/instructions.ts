import type { AmendWords } from "../language/amend-words.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { AmendAction, AmendStep, Instruction, NamedAct } from "../model/amendment.ts";
import { covers } from "./address.ts";
import { actionOf } from "./action-of.ts";
import { isPart, listOf, namedBy, partNamed, placed } from "./places.ts";
import { namedActsIn } from "./named-acts.ts";
import { amendingParagraphs, type AmendingParagraph, type AmendText } from "./paragraphs.ts";
import { sentencesIn, type Sentence } from "./sentence.ts";
import { statementsOf, type Statement } from "./statements.ts";
import { tokensOf } from "./tokens.ts";
import { LEVELS } from "./units.ts";

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
  /** Something was said of the list that the lines before name: the next one stands beside it. */
  #listUsed = false;

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
    if (named.length > 0 && (OPENS.test(statement.text) || sentences.some(says))) {
      this.#act = named[0];
      this.#within = [];
      this.#amending = true;
    } else if (isClause && !sentences.some(says) && !OPENS.test(statement.text)) {
      this.#act = this.ofTitle;
      this.#within = [];
      this.#amending = false;
    } else if (isClause && this.#isOfItsOwn(statement, sentences)) {
      this.#within = [namedBy(statement.text, amend)];
      this.#amending = false;
    } else if (OPENS.test(statement.text) && sentences.some(says))
      this.#amending ||= statement.wordings.length === 0;
    if (!sentences.some(says)) this.#lead(statement, sentences[0], named[0]);
    else this.#instruct(statement, sentences, named.length > 0);
  }

  /** A clause that neither amends nor says where: what it lists is to be done by somebody. */
  #isOfItsOwn({ text }: Statement, sentences: readonly Sentence[]): boolean {
    const { amend } = this.words;
    const [first = ""] = text.toLowerCase().split(" ", 1);
    return (
      sentences.every(
        ({ verb, targets }) => verb === undefined && targets.flat().every(({ unit }) => unit === "named"),
      ) &&
      partNamed(text, amend) === undefined &&
      !amend.leads.includes(first)
    );
  }

  /** A line that only says where: `в пункте 5:`, `в Правилах …, утвержденных указанным приказом:`. */
  #lead(statement: Statement, sentence: Sentence | undefined, act: NamedAct | undefined): void {
    const { text } = statement;
    if (!this.#amending) return;
    if (!OPENS.test(text)) {
      // It stands among what amends and says neither where nor what: told, so that nothing of the act is lost.
      this.#add(statement, [], { is: "not-understood" }, "", act);
      return;
    }
    const found = sentence?.targets[0] ?? [];
    const part = partNamed(text, this.words.amend);
    const within = part === undefined ? this.#within : [part];
    const steps = found.every(({ unit }) => unit === "named") ? [] : this.#steps(found, sentence, within);
    if (part !== undefined)
      this.#within = [
        part,
        ...steps.filter(({ unit }, index) => (unit === "named" ? index > 0 : LEVELS[unit] > LEVELS.named)),
      ];
    else if (act !== undefined) return;
    else if (steps.length > 0) this.#within = placed(this.#within, steps);
    else
      this.#within = [
        ...this.#within.filter(
          ({ unit }, index) => unit !== "named" || (index === 0 ? isPart(this.#within[0]) : !this.#listUsed),
        ),
        namedBy(text, this.words.amend),
      ];
    this.#listUsed = false;
  }

  /** Steps with the words that name the outermost part before them, where the lines before do not name the same. */
  #steps(
    steps: readonly AmendStep[],
    sentence: Sentence | undefined,
    within: readonly AmendStep[],
  ): readonly AmendStep[] {
    const outside = [sentence?.outer ?? "", sentence?.unread ?? ""].filter(
      (one) => !this.#isNamed(one, within),
    );
    // `в пункте 16 функции ведомств:` – what stands behind the last part opens what follows.
    return this.words.amend.numbersFirst
      ? [...outside.map(listOf), ...steps]
      : [...steps, ...outside.map(listOf)];
  }

  /** Whether words name the part, or the kind of act, that is spoken of anyway. */
  #isNamed(name: string, within: readonly AmendStep[]): boolean {
    const { amend } = this.words;
    const title = name.includes(" ") ? [] : [this.#act?.title ?? ""];
    return covers([...within.flatMap(({ words }) => words ?? []), ...title], name, amend);
  }

  #instruct(statement: Statement, sentences: readonly Sentence[], namesAct: boolean): void {
    let last: Address = { targets: [[]], outer: "", unread: "" };
    for (const [index, sentence] of sentences.entries()) {
      if (!says(sentence)) continue;
      const part = namesAct ? undefined : partNamed(statement.text, this.words.amend);
      const within = part === undefined || index > 0 ? this.#within : [part];
      if (sentence.targets.length > 0) last = sentence;
      const { targets, unread } = this.#address(last, sentence, within);
      const isLast = index === sentences.length - 1;
      const action = actionOf(sentence, isLast ? statement : { ...statement, wordings: [] });
      if (action.is === "not-understood" && !this.#amending && targets.every((one) => one.length === 0))
        continue;
      for (const target of targets)
        this.#add(statement, placed(within, target, sentence.added), action, unread);
    }
    this.#listUsed = true;
  }

  /** An address without the words that name what is spoken of anyway; what names the outermost part begins it. */
  #address(
    address: Address,
    sentence: Sentence,
    within: readonly AmendStep[],
  ): Pick<Address, "targets" | "unread"> {
    const isNew = (words: string): boolean => !this.#isNamed(words, within);
    const { targets } = address;
    const [outer] = [address.outer].filter(isNew);
    const unread = new Set(
      [address.unread, sentence.unread, targets.length > 1 ? (outer ?? "") : ""].filter(isNew),
    );
    const first = outer === undefined || targets.length > 1 ? [] : [listOf(outer)];
    return {
      targets: targets.map((steps) => [
        ...first,
        ...steps.filter(({ unit, words = "" }) => unit !== "named" || steps.length > 1 || isNew(words)),
      ]),
      unread: [...unread].join(" "),
    };
  }

  #add(
    { paragraph }: Statement,
    target: readonly AmendStep[],
    action: AmendAction,
    left = "",
    of = this.#act,
  ): void {
    const number = this.instructions.length + 1;
    const act = of === undefined ? {} : { act: of };
    const unread = left === "" ? {} : { unread: left };
    this.instructions.push({ number, ...act, target, action, ...unread, source: paragraph.cited });
  }
}

const OPENS = /:$/u;

/** Whether a sentence says what becomes of something. */
const says = ({ verb, otherLanguage }: Sentence): boolean => verb !== undefined || otherLanguage;

type Address = Pick<Sentence, "targets" | "outer" | "unread">;
