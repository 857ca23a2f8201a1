import type { Expected, Said } from "../expected.ts";

/** A rule as gold has it, and whether it is what the family is about. */
export interface Placed {
  readonly rule: Expected;
  readonly own: boolean;
  readonly service: number;
  readonly lines: readonly [number, number];
}

/** How a text is put down: what stands before its lines, and how long they may be. */
export interface Manner {
  /** Before the first line. */
  readonly first?: string;
  /** Before the others. */
  readonly rest?: string;
  readonly width?: number;
  readonly after?: string;
}

/** A page that is being written, line by line; it notes where the rules come to stand. */
export class Sheet {
  readonly lines: string[] = [];
  readonly placed: Placed[] = [];
  /** Lines, from 1, whose words only frame the act. */
  readonly framing = new Set<number>();
  service = 0;

  /** Letters a writer has others for (straight quotation marks); as many as before. */
  constructor(private readonly respelled: (text: string) => string = (text) => text) {}

  get text(): string {
    return `${this.lines.join("\n")}\n`;
  }

  line(...lines: readonly string[]): void {
    this.lines.push(...lines.map(this.respelled));
  }

  put(said: Said, { first = "", rest = "", width = Infinity, after = "" }: Manner = {}): void {
    const pieces = wrapped(said.text, width, [first.length, rest.length]);
    const start = this.lines.length;
    pieces.forEach(({ from, to }, index) => {
      const line = `${index === 0 ? first : rest}${said.text.slice(from, to)}`;
      this.lines.push(this.respelled(index === pieces.length - 1 ? line + after : line));
    });
    const own = said.framing !== true;
    if (!own) for (let line = start + 1; line <= this.lines.length; line += 1) this.framing.add(line);
    const lineAt = (offset: number): number => start + 1 + pieces.findLastIndex(({ from }) => from <= offset);
    for (const rule of said.rules) {
      const at = said.text.indexOf(rule.at);
      if (at < 0) throw new RangeError(`«${rule.at}» is no part of «${said.text}»`);
      const lines = [lineAt(at), lineAt(at + rule.at.length - 1)] as const;
      this.placed.push({ rule, own, service: this.service, lines });
    }
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A text cut at spaces into lines that are no longer than the width. */
function wrapped(text: string, width: number, [first, rest]: readonly [number, number]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (;;) {
    const room = Math.max(10, width - (pieces.length === 0 ? first : rest));
    if (text.length - from <= room) return [...pieces, { from, to: text.length }];
    const space = text.lastIndexOf(" ", from + room);
    const to = space > from ? space : text.indexOf(" ", from + room);
    if (to < 0) return [...pieces, { from, to: text.length }];
    pieces.push({ from, to });
    from = to + 1;
  }
}
