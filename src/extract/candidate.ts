import { lineIndex } from "../model/line-index.ts";
import { slicePassage, sourceSpans } from "../model/passage.ts";
import type { Candidate } from "../model/rule.ts";
import type { Source } from "../model/source.ts";
import type { Span } from "../model/span.ts";
import type { Reading } from "./extractor.ts";
import type { Statement } from "./statement.ts";

/** The file that a tree was read from. */
export interface Origin {
  /** The file's name, with its ending. */
  readonly document: string;
  readonly sha256: string;
  /** The ingested text, to tell lines by. */
  readonly content: string;
  /** Id of the act, where it is known; the file's stem stands for it otherwise. */
  readonly act?: string;
}

/** Gives readings their place, lines and ids, in the order in which they come. */
export class CandidateMaker {
  private readonly place: ReturnType<typeof lineIndex>;
  private readonly counts = new Map<string, number>();
  private readonly taken = new Set<string>();

  constructor(private readonly origin: Origin) {
    this.place = lineIndex(origin.content);
  }

  make(statement: Statement, reading: Reading): Candidate {
    const { provision, service } = statement;
    return {
      ...reading.fields,
      id: this.idOf(
        `${this.origin.act ?? stemOf(this.origin.document)}/${service}/${reading.fields.kind}/${provision.path}`,
      ),
      service,
      path: provision.path,
      cite: provision.cite,
      source: this.sourceOf(statement, withClosingBracket(statement.passage.text, reading.words)),
      confidence: reading.confidence,
      ...(reading.doubt === undefined ? {} : { doubt: reading.doubt }),
    };
  }

  private sourceOf(statement: Statement, words: Span): Source {
    const spans = sourceSpans(statement.passage, words.start, words.end);
    return {
      file: this.origin.document,
      sha256: this.origin.sha256,
      spans,
      lines: [
        this.place(spans[0]?.start ?? 0).line,
        this.place(Math.max(0, (spans.at(-1)?.end ?? 1) - 1)).line,
      ],
      quote: slicePassage(statement.passage, words.start, words.end).text,
    };
  }

  private idOf(base: string): string {
    for (let count = (this.counts.get(base) ?? 0) + 1; ; count += 1) {
      const id = count === 1 ? base : `${base}.${letters(count)}`;
      if (this.taken.has(id)) continue;
      this.counts.set(base, count);
      this.taken.add(id);
      return id;
    }
  }
}

/** The words with the bracket that closes one opened in them. */
function withClosingBracket(text: string, words: Span): Span {
  const inside = text.slice(words.start, words.end);
  const isOpen = inside.lastIndexOf("(") > inside.lastIndexOf(")");
  return isOpen && text.charAt(words.end) === ")" ? { start: words.start, end: words.end + 1 } : words;
}

/** `2` is `b`, `27` is `aa`: as paths count what recurs. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest === 0 ? "" : letters(rest)) + String.fromCharCode(0x61 + ((count - 1) % 26));
}

const stemOf = (file: string): string => file.replace(/\.[^.]*$/, "");
