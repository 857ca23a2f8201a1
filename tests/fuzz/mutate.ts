/** A seeded source of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  "\n",
  "\n\n",
  "\n\n\n\n",
  " ",
  "  ",
  "      ",
  "\t",
  "\r\n",
  "\f",
  "\u{A0}",
  "\u{AD}",
  "\u{FEFF}",
  "\u{202F}",
  "\0",
  '"',
  "«",
  "»",
  "(",
  ")",
  "-",
  "–",
  ";",
  ".",
  ":",
  "_____",
  "*",
  "**",
  "_",
  "`",
  "```",
  "|",
  "|---|",
  "#",
  "## ",
  "> ",
  "- ",
  "<table>",
  "<tr>",
  "<td>",
  "</td>",
  "</table>",
  "<!--",
  "&amp;",
  "[a](b)",
  "\\_",
  "1.",
  "1)",
  "2)",
  "10-1.",
  "1-тарау. ",
  "1-қосымша",
  "қосымша",
  "бекітілген",
  "Ескерту.",
  "сәйкес",
  "№ 5",
  "2-қосымшаға",
  "Мемлекеттік қызмет көрсету мерзімі",
  "а б в г",
  "к ө р с е т і л е д і",
  "i",
  "😀",
  "e\u{301}",
  "\u{D800}",
  "\u{202E}",
  "𝒜",
];

/** A stretch of a text as long as a service or shorter, with some random mutations: cut, doubled, shuffled, put in. */
export function mutated(text: string, random: () => number): string {
  const pick = (most: number): number => Math.floor(random() * most);
  const start = pick(text.length);
  let mangled = text.slice(start, start + 200 + pick(4_000));
  for (let count = 1 + pick(8); count > 0; count -= 1) mangled = mutate(mangled, pick);
  return mangled;
}

function mutate(text: string, pick: (most: number) => number): string {
  const from = pick(text.length + 1);
  const to = Math.min(text.length, from + pick(120));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (pick(7)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return shuffledLines(text, pick);
    case 3:
      return before + piece.split("").reverse().join("") + after;
    case 4:
      return before + String.fromCharCode(pick(0x10000)).repeat(1 + pick(40)) + after;
    case 5:
      return before + (PIECES[pick(PIECES.length)] ?? "").repeat(1 + pick(60)) + after;
    default:
      return (
        before + (PIECES[pick(PIECES.length)] ?? "") + piece + (PIECES[pick(PIECES.length)] ?? "") + after
      );
  }
}

function shuffledLines(text: string, pick: (most: number) => number): string {
  const lines = text.split("\n");
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const other = pick(index + 1);
    [lines[index], lines[other]] = [lines[other] ?? "", lines[index] ?? ""];
  }
  return lines.join("\n");
}
