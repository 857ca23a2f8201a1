import type { Span } from "../model/span.ts";
import type { Edit } from "./edit.ts";
import {
  fits,
  isMisplaced,
  isOwned,
  wanted,
  wantsReference,
  type LinkPatterns,
  type Wanted,
} from "./link-references.ts";
import type { Repair, RepairContext } from "./repair-type.ts";

/** Letters after a gap within which its words stand where lines were broken anew; no line of the corpus is longer. */
const REACH = 110;
/** Longer lines are paragraphs of their own, and have no end where a link's words would stand. */
const LONGEST_LINE = 400;
/** Letters before a gap that tell what it wants. */
const BEFORE = 40;

/** Where a link was: two spaces between words, or a line that begins with one space. */
const GAP = /(?<! ) {2,}(?=\S)|\n (?=\S)/gu;
const NEXT_PARAGRAPH = /\n\s*\n|\n\s{3}/u;
const OPEN_NUMBER = /\d[-–]$/u;

/** Puts words of links back that the conversion has moved to the end of their line, or to the beginning of the next. */
export const restoreDisplacedWords: Repair = {
  id: "restore-displaced-words",
  find: (content, { links, leave }) => {
    if (links === undefined) return [];
    const edits: Edit[] = [];
    let taken = 0;
    for (const gap of gapsIn(content, links)) {
      if (gap.start < taken) continue;
      for (const { to, words } of movesInto(content, gap, links, leave)) {
        edits.push(...move(content, to, words));
        taken = Math.max(taken, words.end);
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
    [
      "министрінің 17.06.2021  (алғашқы жарияланған күнінен кейін № ҚР ДСМ -51 күн өткен соң)",
      "министрінің 17.06.2021 № ҚР ДСМ -51 (алғашқы жарияланған күнінен кейін күн өткен соң)",
    ],
    ["осы Қағидаларға  1-қосымшада\nкөзделген", "осы Қағидаларға 1-қосымшада көзделген"],
    ["көшірмелері  және зерттеулер нәтижелері", "көшірмелері және зерттеулер нәтижелері"],
    ["Заңының 8-бабына сәйкес берілетін", "Заңының 8-бабына сәйкес берілетін"],
  ],
};

interface Move {
  readonly to: Span;
  readonly words: Span;
}

/** The gaps in the order of the text; white space before and after one belongs to it. */
function gapsIn(content: string, links: LinkPatterns): Span[] {
  const gaps: Span[] = [];
  for (const { index, 0: space } of content.matchAll(GAP)) {
    const end = index + space.length;
    if (space.startsWith(" ") && content.charCodeAt(index - 1) === 10) continue;
    let start = index;
    while (start > 0 && isGap(content.charCodeAt(start - 1))) start -= 1;
    if (start === 0 || standsAlone(content, start - 1) || standsAlone(content, end)) continue;
    gaps.push({ start, end });
  }
  for (const { index } of content.matchAll(links.asked))
    if (wantsReference(content.slice(Math.max(0, index - REACH), index), links))
      gaps.push({ start: index, end: index + 1 });
  gaps.sort((a, b) => a.start - b.start);
  return gaps.filter((gap, index) => gap.start > (gaps[index - 1]?.start ?? -1));
}

/** A lone character is a letter of a stretched word. */
function standsAlone(content: string, at: number): boolean {
  if (content[at] === "№") return false;
  return (
    (at === 0 || isGap(content.charCodeAt(at - 1))) &&
    (at === content.length - 1 || isGap(content.charCodeAt(at + 1)))
  );
}

const isGap = (code: number): boolean => code === 32 || code === 10 || code === 13;

/** Which words go into a gap: those at the end of its line, or the only ones within reach that cannot stand where they are. */
function movesInto(content: string, gap: Span, links: LinkPatterns, leave: RepairContext["leave"]): Move[] {
  const before = content.slice(Math.max(0, gap.start - BEFORE), gap.start);
  const lineEnd = endOfLine(content, gap.end);
  const line = content.slice(gap.end, Math.min(lineEnd, gap.end + LONGEST_LINE));
  const want = wanted(before, content.slice(gap.end, gap.end + BEFORE), links);
  const last = [...line.matchAll(links.reference)].at(-1);
  if (last !== undefined && last.index > 0 && gap.end + last.index + last[0].length === lineEnd) {
    const unowned = last[3] === undefined && !isOwned(line.slice(0, last.index), last, links);
    if (want === undefined ? unowned : fits(last, want))
      return atLineEnd(content, gap, { start: gap.end + last.index, end: lineEnd });
  }
  return want === undefined ? [] : withinReach(content, gap, want, links, leave);
}

/** Two gaps in a line may want two references, `1` and `2-қосымшасына`. */
function atLineEnd(content: string, gap: Span, reference: Span): Move[] {
  const between = content.slice(gap.end, reference.start);
  const second = /\S {2,}(?=\S)/u.exec(between);
  if (second === null) return [{ to: gap, words: reference }];
  const first = /(?<= )\d+ $/u.exec(between);
  if (first === null) return [];
  const at = gap.end + second.index + 1;
  const number = gap.end + first.index;
  return [
    { to: gap, words: { start: number, end: number + first[0].length - 1 } },
    { to: { start: at, end: at + second[0].length - 1 }, words: reference },
  ];
}

/** Where lines were broken anew: the one reference that cannot stand where it is, or the only one that would fit. */
function withinReach(
  content: string,
  gap: Span,
  want: Wanted,
  links: LinkPatterns,
  leave: RepairContext["leave"],
): Move[] {
  const reach = content.slice(gap.end, gap.end + REACH).split(NEXT_PARAGRAPH)[0] ?? "";
  const found = [...reach.matchAll(links.reference)].filter(
    (reference) =>
      reference.index > 0 &&
      fits(reference, want) &&
      (reference[3] === undefined || !isOwned(reach.slice(0, reference.index), reference, links)),
  );
  const misplaced = found.filter((reference) => isMisplaced(reach, reference, links));
  const filled = want !== "bare" && reach.search(links.reference) === 0;
  const [only, other] = misplaced.length > 0 || filled ? misplaced : found;
  const certain = only !== undefined && other === undefined;
  if (certain)
    return [{ to: gap, words: { start: gap.end + only.index, end: gap.end + only.index + only[0].length } }];
  if (links.asks.test(reach) && gap.end - gap.start > 1)
    leave("repair/displaced-words", { at: { start: gap.start, end: gap.end + reach.length } });
  return [];
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
  const space = /^ *(?:\r?\n *)?(?=\S)/u.exec(content.slice(end, end + 20));
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
