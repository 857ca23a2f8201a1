import type { Reason, SeenDocument, Verdict } from "../model/verdict.ts";
import { sentence } from "../report/check-sentence.ts";
import type { Names } from "../report/names.ts";
import type { ByteWriter } from "./byte-writer.ts";

/** A reason as JSON with a comma behind it; where it has a day of validity, the pieces between which the day stands. */
interface Written {
  readonly reason: Reason;
  readonly pieces: readonly Buffer[];
}

/**
 * The reasons of one language as JSON. Verdicts by the same book share those in which nothing of the request is: each is
 * written once, and found again by its place among the reasons and by being the same. A reason with nothing of the request
 * in it but a day until which a document is good is written once for all days.
 */
export class WrittenReasons {
  readonly #books = new WeakMap<Verdict["rulebook"], Written[][]>();

  constructor(private readonly names: Names) {}

  /** The reasons one after another, each with a comma behind it. */
  write({ rulebook, reasons }: Verdict, wanted: "all" | "decisive", to: ByteWriter): void {
    let places = this.#books.get(rulebook);
    if (places === undefined) this.#books.set(rulebook, (places = []));
    for (let place = 0; place < reasons.length; place += 1) {
      const reason = reasons[place]!;
      if (wanted === "all" || reason.outcome !== "pass") this.#write(reason, (places[place] ??= []), to);
    }
  }

  #write(reason: Reason, kept: Written[], to: ByteWriter): void {
    for (const written of kept)
      if (written.reason === reason && written.pieces.length === 1) {
        to.bytes(written.pieces[0]!);
        return;
      }
    const day = reason.documents?.[0]?.validUntil;
    const alike = day === undefined ? undefined : kept.find(({ reason: of }) => isSameButForDay(of, reason));
    const { pieces } = alike ?? this.#keep(reason, kept);
    to.bytes(pieces[0]!);
    for (const piece of pieces.slice(1)) {
      to.ascii(day!);
      to.bytes(piece);
    }
  }

  #keep(reason: Reason, kept: Written[]): Written {
    const isForAll = isForAnyDay(reason);
    const pieces = isForAll ? this.#forAnyDay(reason) : [Buffer.from(this.#textOf(reason))];
    const written = { reason, pieces };
    // No other verdict shares it.
    if (!isForAll && hasDay(reason)) return written;
    // Reasons that no other verdict shares push the others out in the end, which costs time and nothing else.
    if (kept.length >= MOST_AT_A_PLACE) kept.shift();
    kept.push(written);
    return written;
  }

  #forAnyDay(reason: Reason): Buffer[] {
    const [document] = reason.documents!;
    const text = this.#textOf({ ...reason, documents: [{ ...document!, validUntil: ANY_DAY }] });
    return text.split(ANY_DAY).map((piece) => Buffer.from(piece));
  }

  #textOf(reason: Reason): string {
    return `${JSON.stringify({ ...reason, sentence: sentence(reason, this.names) })},`;
  }
}

const MOST_AT_A_PLACE = 16;
/** Stands for the day while a reason is written for all days: a letter that no text of law has. */
const ANY_DAY = "\uE000";

const hasDay = ({ documents }: Reason): boolean =>
  documents?.some(({ validUntil }) => validUntil !== undefined) === true;

/** Whether nothing of the request is in a reason but the day until which its one document is good. */
const isForAnyDay = ({ documents, facts, missing }: Reason): boolean =>
  documents?.length === 1 &&
  documents[0]?.validUntil !== undefined &&
  facts.length === 0 &&
  missing === undefined;

function isSameButForDay(written: Reason, reason: Reason): boolean {
  return (
    isForAnyDay(written) &&
    isForAnyDay(reason) &&
    written.rule === reason.rule &&
    written.kind === reason.kind &&
    written.outcome === reason.outcome &&
    written.code === reason.code &&
    written.path === reason.path &&
    written.cite === reason.cite &&
    written.quote === reason.quote &&
    written.draft === reason.draft &&
    isSameDocument(written.documents![0]!, reason.documents![0]!)
  );
}

const isSameDocument = (a: SeenDocument, b: SeenDocument): boolean =>
  a.document === b.document && a.state === b.state;
