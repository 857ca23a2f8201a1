import type { Span } from "../model/span.ts";
import type { Edit } from "./edit.ts";
import words from "./link-words.json" with { type: "json" };
import type { Repair, RepairContext } from "./repair-type.ts";

/** Letters after a gap within which its words stand where lines have been broken anew; no line of the corpus is longer. */
const REACH = 110;
const SPACE = "[ \\u{A0}]";
const anyOf = (list: readonly string[]): string => list.join("|");

/** Where a link was: two spaces between words, or a line that begins with one space. */
const GAP = new RegExp(`(?<=\\S)${SPACE}{2,}(?=\\S)|(?<=\\S)\\s*\\n${SPACE}(?=\\S)`, "gu");
/** A reference as links have it: `1-қосымшаға`, `2) тармақшасына`, `№ 146`, `стандартына`. */
const REFERENCE = new RegExp(
  [
    `\\d+(?:-\\d+)*[-–]${SPACE}?(?:${anyOf(words.numbered)})\\p{L}*`,
    `\\d+\\)${SPACE}(?:${anyOf(words.counted)})\\p{L}*`,
    `№${SPACE}(?:(?:${anyOf(words.registers)})${SPACE}?-)?[\\d/-]*\\d`,
    `(?:${anyOf(words.registers)})${SPACE}?-\\d+`,
    `(?<!\\p{L})(?:${anyOf(words.bare)})\\p{L}+`,
    `(?<=сәйкес)(?:${anyOf(words.bare)})\\p{L}+`,
  ]
    .map((shape) => `(?:${shape})`)
    .join("|") + "(?![\\p{L}\\p{Nd}-])",
  "giu",
);
/** What can stand only after a reference. */
const ASKS = new RegExp(`^(?:(?:${anyOf(words.asksForReference)})(?!\\p{L}))`, "u");
/** A genitive before such a word: a reference is missing, also where no gap shows it. */
const MISSING = new RegExp(
  `(?<=\\p{L}(?:${anyOf(words.genitive)})(?:${SPACE}\\([^()\\n]{3,60}\\))?)\\s(?=(?:${anyOf(words.asksForReference)})(?!\\p{L}))`,
  "gu",
);
const OWNED = new RegExp(
  `(?:\\p{L}(?:${anyOf(words.genitive)})|(?<!\\p{L})(?:${anyOf(words.owners)})|[,–-]|және|не|немесе)\\s+$`,
  "iu",
);
/** A number of an act belongs to the date before it. */
const DATED = new RegExp(`(?:${anyOf(words.dated)})\\s+$`, "u");
const OPEN_NUMBER = /\d[-–]$/u;

/** Puts words of links back that the conversion has moved to the end of their line, or to the beginning of the next. */
export const restoreDisplacedWords: Repair = {
  id: "restore-displaced-words",
  find: (content, context) => {
    const edits: Edit[] = [];
    let taken = 0;
    for (const gap of gapsIn(content)) {
      if (gap.start < taken) continue;
      const moves = movesInto(content, gap, context);
      for (const { to, words: from } of moves) {
        edits.push(...move(content, to, from));
        taken = Math.max(taken, from.end);
      }
    }
    return edits;
  },
  examples: [
    [
      "шағымдану Стандарттың  сәйкес жүзеге асырылады.3-бөліміне",
      "шағымдану Стандарттың 3-бөліміне сәйкес жүзеге асырылады.",
    ],
    [
      "осы бұйрыққа  сәйкес емдеуге 1-қосымшаға\nжатқызуға жолдама",
      "осы бұйрыққа 1-қосымшаға сәйкес емдеуге жатқызуға жолдама",
    ],
    [
      "Республикасының Еңбек  сәйкес жұмыс уақыты аяқталғаннан кейін, кодексіне\nдемалыс күндері",
      "Республикасының Еңбек кодексіне сәйкес жұмыс уақыты аяқталғаннан кейін, демалыс күндері",
    ],
    [
      "осы Регламенттің 2-\n\n сәйкес берілген.қосымшасына",
      "осы Регламенттің 2-қосымшасына сәйкес берілген.",
    ],
    ["осы Қағидаларға  1-қосымшада\nкөзделген", "осы Қағидаларға 1-қосымшада көзделген"],
    ["көшірмелері  және зерттеулер нәтижелері", "көшірмелері және зерттеулер нәтижелері"],
  ],
};

interface Move {
  readonly to: Span;
  readonly words: Span;
}

function* gapsIn(content: string): Generator<Span> {
  const gaps: Span[] = [];
  for (const { index, 0: space } of content.matchAll(GAP)) {
    const end = index + space.length;
    if (standsAlone(content, index - 1) || standsAlone(content, end)) continue;
    gaps.push({ start: index, end });
  }
  for (const { index } of content.matchAll(MISSING)) gaps.push({ start: index, end: index + 1 });
  gaps.sort((a, b) => a.start - b.start);
  yield* gaps.filter((gap, index) => index === 0 || gap.start > (gaps[index - 1]?.start ?? -1));
}

/** A lone character is a letter of a stretched word. */
function standsAlone(content: string, at: number): boolean {
  if (content[at] === "№") return false;
  const before = content.charCodeAt(at - 1);
  const after = content.charCodeAt(at + 1);
  return (isGap(before) || at === 0) && (isGap(after) || at === content.length - 1);
}

const isGap = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 0xa0;

/** Which words go into a gap: those at the end of its line, or the only ones within reach that cannot stand where they are. */
function movesInto(content: string, gap: Span, { leave }: RepairContext): Move[] {
  const lineEnd = endOfLine(content, gap.end);
  const line = content.slice(gap.end, lineEnd);
  const asks = ASKS.test(line) || line.startsWith("(");
  const inLine = [...line.matchAll(REFERENCE)];
  const last = inLine.at(-1);
  if (last !== undefined && last.index + last[0].length === line.length) {
    const before = line.slice(0, last.index);
    const owned = last[0].startsWith("№") ? DATED.test(before) : OWNED.test(before);
    if (last.index === 0 || (!asks && owned)) return [];
    return atLineEnd(content, gap, { start: gap.end + last.index, end: lineEnd });
  }
  if (!ASKS.test(line)) return [];
  const reach =
    content.slice(gap.end, Math.min(content.length, gap.end + REACH)).split(/\n\s*\n|\n\s{3}/u)[0] ?? "";
  const misplaced = [...reach.matchAll(REFERENCE)].filter((match) => isMisplaced(reach, match));
  const only = misplaced[0];
  if (only !== undefined && misplaced.length === 1)
    return [{ to: gap, words: { start: gap.end + only.index, end: gap.end + only.index + only[0].length } }];
  if (gap.end - gap.start > 1)
    leave("repair/displaced-words", { at: { start: gap.start, end: gap.end + reach.length } });
  return [];
}

/** Two gaps in a line may want two references, `1` and `2-қосымшасына`. */
function atLineEnd(content: string, gap: Span, reference: Span): Move[] {
  const between = content.slice(gap.end, reference.start);
  const second = /\S[ \u{A0}]{2,}(?=\S)/u.exec(between);
  const first = /(?<= )\d+ $/u.exec(between);
  if (second === null) return [{ to: gap, words: reference }];
  if (first === null) return [];
  const at = gap.end + second.index + 1;
  const number = gap.end + first.index;
  return [
    { to: gap, words: { start: number, end: number + first[0].length - 1 } },
    { to: { start: at, end: at + second[0].length - 1 }, words: reference },
  ];
}

/** Run on after a mark without a space, or a numbered reference that nothing before it owns. */
function isMisplaced(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, match.index);
  if (/[.;:(]$|сәйкес$/u.test(before)) return true;
  return (
    /^\d/u.test(match[0]) &&
    !OWNED.test(before) &&
    !/^\s*(?:сәйкес|көзделген)/u.test(text.slice(match.index + match[0].length))
  );
}

function endOfLine(content: string, from: number): number {
  const feed = content.indexOf("\n", from);
  let end = feed < 0 ? content.length : feed;
  while (end > from && isGap(content.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** After a bracket that the words were run on to, the space after them goes too: it parts the bracket from its own words. */
function endAfter(content: string, { start, end }: Span): number {
  if (content[start - 1] !== "(") return end;
  const space = /^[ \u{A0}]*(?:\r?\n[ \u{A0}]*)?(?=\S)/u.exec(content.slice(end, end + 20));
  return end + (space?.[0].length ?? 0);
}

function move(content: string, to: Span, from: Span): Edit[] {
  const kind = "restore-displaced-words";
  const lead = OPEN_NUMBER.test(content.slice(Math.max(0, to.start - 2), to.start)) ? "" : " ";
  const by = `${lead}${content.slice(from.start, from.end)} `;
  const spaced = isGap(content.charCodeAt(from.start - 1)) && from.start - 1 > to.end;
  const source = { start: spaced ? from.start - 1 : from.start, end: endAfter(content, from) };
  return [
    { kind, at: to, by, movedFrom: from },
    { kind, at: source, by: "", movedTo: to },
  ];
}
