import type { Grammar } from "../language/grammar.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { ActHead, Said } from "../model/act-head.ts";
import { joinPassages, slicePassage, type Passage } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";
import { latestAmendment } from "./amendments.ts";
import { dayIn, frontMatter } from "./front-matter.ts";
import { namedAct, type NamedAct } from "./named-act.ts";
import { registeredIn, repealedIn } from "./register.ts";
import { saidIn } from "./said.ts";
import { beginsWith, from, sentencesOf } from "./sentences.ts";

/** A text of an act as far as its tree, and the words by which its language names acts. */
export interface HeadText {
  /** The text as it was ingested. */
  readonly content: string;
  readonly tree: Provision;
  readonly words: HeadWords;
  readonly grammar: Grammar;
}

/**
 * What the text of an act says of the act: its front matter, the lines over its first clause, the stamps over what it
 * approves, who signed it, and the notes on its amendments, in this order. What it does not say, or says in two ways, is
 * absent.
 */
export function readHead(text: HeadText): ActHead {
  const fields = frontMatter(text.content);
  const requisite = fields.get("requisite");
  const lines = requisite === undefined ? [] : sentencesOf(wordsAt(requisite));
  const opening = topLines(text.tree);
  const top = [...lines, ...opening.flatMap((line) => sentencesOf(withoutBanner(line, text.words)))];
  const act = firstOf(top.map((line) => actIn(line, text)).filter((one) => one?.act.isPlain === true));
  const named = act ?? stampOf(text);
  const amended = dayIn(fields.get("version_date")) ?? latestAmendment(text.tree, text.words);
  const date = named === undefined ? dayIn(fields.get("approval_date")) : said(named, named.act.date);
  const edition = amended ?? date;
  const title = titleOf(text.tree) ?? fields.get("title");
  const body = bodyOf(named, opening, text);
  const registered = firstOf(top.map((line) => registeredIn(line, text.words)));
  const repealed = repealedIn(top, topNotes(text.tree), opening, text);
  return {
    ...(title && { title }),
    ...(named && { number: said(named, named.act.number) }),
    ...(date && { date }),
    ...(body && { body }),
    ...(edition && { edition }),
    ...(registered && { registered }),
    ...(repealed && { repealed }),
  };
}

/** A sentence and the act that it names. */
interface Naming {
  readonly act: NamedAct;
  readonly words: Passage;
}

function actIn(words: Passage, { words: own, grammar }: HeadText): Naming | undefined {
  const act = namedAct(words.text, own, grammar);
  return act && { act, words };
}

/** What the stamps over the act's regulations and annexes call it; undefined where they do not agree. */
function stampOf(text: HeadText): Naming | undefined {
  const stamps = (text.tree.children ?? []).flatMap(({ head }) => (head && actIn(head, text)) ?? []);
  const [first] = stamps;
  const agree = stamps.every(({ act }) => act.date === first?.act.date && act.number === first.act.number);
  return agree ? (stamps.find(({ act }) => act.body !== "") ?? first) : undefined;
}

/** Who issued the act: as its own name says, as the words before its first clause do, or who signed an order of his own. */
function bodyOf(
  named: Naming | undefined,
  opening: readonly Passage[],
  text: HeadText,
): Said<string> | undefined {
  if (named !== undefined && named.act.body !== "") return said(named, named.act.body);
  const deciding = firstOf(opening.map((line) => bodyThatDecides(line, text.words)));
  if (deciding !== undefined) return deciding;
  const isOrder = opening.some(({ text: line }) =>
    text.words.orders.some((word) => line.toLowerCase().includes(word)),
  );
  return isOrder ? signer(text) : undefined;
}

/** `…, Батыс Қазақстан облысының әкімдігі ҚАУЛЫ ЕТЕДІ`: from the last comma up to the word of deciding. */
function bodyThatDecides(line: Passage, { decides, states }: HeadWords): Said<string> | undefined {
  const small = line.text.toLowerCase();
  const end = firstOf(decides.map((word) => small.indexOf(` ${word}`)).filter((at) => at > 0));
  if (end === undefined) return undefined;
  const start = small.lastIndexOf(",", end) + 1;
  const part = slicePassage(line, start, end);
  const body = part.text.trim();
  return hasOneOf(body, states) && !/\p{Nd}/u.test(body) ? saidIn(part, body) : undefined;
}

/** Initials and a name at the end of what an office is called. */
const NAME = /(?<![\s_])[\s_]{0,40}(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]{1,40}\s{0,9}$/u;

function signer({ tree, words }: HeadText): Said<string> | undefined {
  const signature = tree.children?.find(({ type }) => type === "signature");
  const lines = (signature?.children ?? []).flatMap(({ passage }) => passage ?? []);
  const last = lines.findIndex(({ text }) => NAME.test(text));
  if (last < 0) return undefined;
  const whole = joinPassages(lines.slice(0, last + 1), " ");
  const office = slicePassage(whole, 0, whole.text.replace(NAME, "").length);
  return hasOneOf(office.text, words.states) ? saidIn(office, office.text.trim()) : undefined;
}

const hasOneOf = (text: string, beginnings: readonly string[]): boolean =>
  text
    .toLowerCase()
    .split(/\P{L}+/u)
    .some((word) => beginnings.some((beginning) => word.startsWith(beginning)));

/** What stands between an act's title and its first clause. */
const topLines = (tree: Provision): Passage[] =>
  before(tree).flatMap(({ type, passage }) =>
    (type === "heading" || type === "paragraph") && passage !== undefined ? [passage] : [],
  );

const topNotes = (tree: Provision): Passage[] =>
  (tree.children ?? []).flatMap(({ type, passage }) =>
    type === "note" && passage !== undefined ? [passage] : [],
  );

function before({ children = [] }: Provision): readonly Provision[] {
  const clause = children.findIndex(({ type }) => !["heading", "paragraph", "note"].includes(type));
  return clause < 0 ? children : children.slice(0, clause);
}

function withoutBanner(line: Passage, { noLonger }: HeadWords): Passage {
  const end = beginsWith(line.text, noLonger);
  return end === undefined ? line : from(line, end);
}

function titleOf({ title }: Provision): Said<string> | undefined {
  const words = title?.text.trim() ?? "";
  return title === undefined || words === "" ? undefined : saidIn(title, words);
}

const said = <Value>({ words }: Naming, value: Value): Said<Value> => saidIn(words, value);

/** A field of the front matter as words of the text. */
function wordsAt({ value, words, spans: [span] }: Said<string>): Passage {
  const start = (span?.start ?? 0) + words.indexOf(value);
  return {
    text: value,
    runs: [{ at: 0, length: value.length, source: { start, end: start + value.length } }],
  };
}

const firstOf = <One>(all: readonly (One | undefined)[]): One | undefined =>
  all.find((one) => one !== undefined);
