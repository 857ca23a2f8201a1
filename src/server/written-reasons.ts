import type { Reason, SeenDocument, Verdict } from "../model/verdict.ts";
import { sentence } from "../report/check-sentence.ts";
import type { Names } from "../report/names.ts";
import type { ByteWriter } from "./byte-writer.ts";

/** A reason as JSON with a comma behind it. */
interface Written {
  readonly reason: Reason;
  readonly bytes: Buffer;
  /** Where it is written for all days: its document, and the pieces before each of which the day stands. */
  readonly seen?: SeenUntil;
  readonly after?: readonly Buffer[];
}

type SeenUntil = SeenDocument & { readonly validUntil: string };

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
    let place = 0;
    for (const reason of reasons) {
      const kept = (places[place] ??= []);
      if (wanted === "all" || reason.outcome !== "pass") this.#write(reason, kept, to);
      place += 1;
    }
  }

  #write(reason: Reason, kept: Written[], to: ByteWriter): void {
    for (const written of kept)
      if (written.reason === reason && written.after === undefined) {
        to.bytes(written.bytes);
        return;
      }
    const seen = seenForAnyDay(reason);
    const alike =
      seen === undefined ? undefined : kept.find((written) => isSameButForDay(written, reason, seen));
    const { bytes, after = [] } = alike ?? this.#keep(reason, seen, kept);
    to.bytes(bytes);
    for (const piece of after) {
      to.ascii(seen?.validUntil ?? "");
      to.bytes(piece);
    }
  }

  #keep(reason: Reason, seen: SeenUntil | undefined, kept: Written[]): Written {
    const written =
      seen === undefined
        ? { reason, bytes: Buffer.from(this.#textOf(reason)) }
        : this.#forAnyDay(reason, seen);
    // No other verdict shares it.
    if (seen === undefined && hasDay(reason)) return written;
    // Reasons that no other verdict shares push the others out in the end, which costs time and nothing else.
    if (kept.length >= MOST_AT_A_PLACE) kept.shift();
    kept.push(written);
    return written;
  }

  #forAnyDay(reason: Reason, seen: SeenUntil): Written {
    const text = this.#textOf({ ...reason, documents: [{ ...seen, validUntil: ANY_DAY }] });
    const [bytes = Buffer.of(), ...after] = text.split(ANY_DAY).map((piece) => Buffer.from(piece));
    return { reason, seen, bytes, after };
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

/** The one document of a reason in which nothing of the request is but the day until which it is good. */
function seenForAnyDay({ documents, facts, missing }: Reason): SeenUntil | undefined {
  const [seen, another] = documents ?? [];
  if (seen === undefined || another !== undefined || facts.length > 0 || missing !== undefined)
    return undefined;
  return seen.validUntil === undefined ? undefined : { ...seen, validUntil: seen.validUntil };
}

const isSameButForDay = ({ reason: written, seen }: Written, reason: Reason, now: SeenUntil): boolean =>
  seen !== undefined &&
  seen.document === now.document &&
  seen.state === now.state &&
  written.rule === reason.rule &&
  written.kind === reason.kind &&
  written.outcome === reason.outcome &&
  written.code === reason.code &&
  written.path === reason.path &&
  written.cite === reason.cite &&
  written.quote === reason.quote &&
  written.draft === reason.draft;
