import { hashOf } from "../../model/print.ts";
import type { Reason, SeenDocument, Verdict } from "../../model/verdict.ts";
import { sentence } from "../../report/check/sentence.ts";
import { dotted } from "../../report/dotted.ts";
import type { Names } from "../../report/names.ts";
import type { ByteWriter } from "./byte-writer.ts";

/** A reason as JSON with a comma behind it. */
interface Written {
  readonly reason: Reason;
  readonly bytes: Buffer;
  /** SHA-256 of the reason with its sentence, in quotes and with a comma behind it. */
  readonly hash: string;
  /** Where it is written for all days: its document, and the pieces before each of which the day stands. */
  readonly seen?: SeenUntil;
  readonly after?: readonly Piece[];
  /** By the day, the hash of each that was written. */
  readonly hashes?: Map<string, string>;
}

/** Words behind a day, and whether that stands in a sentence, as people are told it. */
interface Piece {
  readonly told: boolean;
  readonly bytes: Buffer;
}

type SeenUntil = SeenDocument & { readonly validUntil: string };

/** What was written of the reasons at one place of a book. */
interface Place {
  readonly kept: Written[];
  /** The last ones that were met once: most of them are of one request only, and never met again. */
  readonly once: Reason[];
}

/** What was written of the reasons of a book, by their place. */
interface Places {
  readonly all: Place[];
  /** Those that were met last, side by side: mostly they are met again, and nothing else has to be looked at. */
  readonly last: (Written | undefined)[];
}

/**
 * The reasons of one language as JSON. Verdicts by the same book share those in which nothing of the request is: each is
 * written once it is met a second time, and found again by its place among the reasons and by being the same. A reason
 * with nothing of the request in it but a day until which a document is good is written once for all days.
 */
export class WrittenReasons {
  readonly #books = new WeakMap<Verdict["rulebook"], Places>();

  constructor(private readonly names: Names) {}

  /** The reasons one after another, each with a comma behind it; gives their hashes likewise, each in quotes. */
  write({ rulebook, reasons }: Verdict, wanted: "all" | "decisive", to: ByteWriter): string {
    let places = this.#books.get(rulebook);
    if (places === undefined) this.#books.set(rulebook, (places = { all: [], last: [] }));
    const { last } = places;
    let hashes = "";
    let index = 0;
    for (const reason of reasons) {
      if (wanted === "all" || reason.outcome !== "pass") {
        const met = last[index];
        const written = reason === met?.reason ? met : this.#writtenOf(reason, index, places);
        if (written === undefined) hashes += this.#writeAnew(reason, index, places, to);
        else {
          to.bytes(written.bytes);
          hashes += written.hash;
        }
      }
      index += 1;
    }
    return hashes;
  }

  /** A reason that verdicts share, where it is kept. */
  #writtenOf(reason: Reason, index: number, { all, last }: Places): Written | undefined {
    const { kept } = (all[index] ??= { kept: [], once: [] });
    const found = kept.find((written) => written.reason === reason && written.after === undefined);
    if (found !== undefined) last[index] = found;
    return found;
  }

  #writeAnew(reason: Reason, index: number, { all }: Places, to: ByteWriter): string {
    const place = (all[index] ??= { kept: [], once: [] });
    const seen = seenForAnyDay(reason);
    if (seen !== undefined) return this.#writeForAnyDay(reason, seen, place.kept, to);
    const [text, hash] = [this.#textOf(reason), this.#hashOf(reason)];
    if (meetsAgain(reason, place))
      to.bytes(keep(place.kept, { reason, bytes: Buffer.from(text), hash }).bytes);
    else to.text(text);
    return hash;
  }

  #writeForAnyDay(reason: Reason, seen: SeenUntil, kept: Written[], to: ByteWriter): string {
    const alike = kept.find((written) => isSameButForDay(written, reason, seen));
    const {
      bytes,
      after = [],
      hashes = new Map<string, string>(),
    } = alike ?? keep(kept, this.#forAnyDay(reason, seen));
    to.bytes(bytes);
    for (const piece of after) {
      to.ascii(piece.told ? dotted(seen.validUntil) : seen.validUntil);
      to.bytes(piece.bytes);
    }
    return this.#hashOnDay(reason, seen.validUntil, hashes);
  }

  #hashOnDay(reason: Reason, day: string, hashes: Map<string, string>): string {
    const there = hashes.get(day);
    if (there !== undefined) return there;
    if (hashes.size >= MOST_DAYS) hashes.clear();
    const made = this.#hashOf(reason);
    hashes.set(day, made);
    return made;
  }

  #forAnyDay(reason: Reason, seen: SeenUntil): Written {
    const on = (day: string): Reason => ({ ...reason, documents: [{ ...seen, validUntil: day }] });
    const text = this.#textOf(on(ANY_DAY), on(ANY_DAY_TOLD));
    const [first = "", ...rest] = text.split(EITHER_DAY);
    const after = rest.flatMap((words, index): Piece[] =>
      index % 2 === 0 ? [] : [{ told: rest[index - 1] === ANY_DAY_TOLD, bytes: Buffer.from(words) }],
    );
    return { reason, seen, bytes: Buffer.from(first), hash: "", after, hashes: new Map() };
  }

  #hashOf(reason: Reason): string {
    return `"${hashOf({ ...reason, sentence: sentence(reason, this.names) })}",`;
  }

  #textOf(reason: Reason, told = reason): string {
    return `${JSON.stringify({ ...reason, sentence: sentence(told, this.names) })},`;
  }
}

const MOST_AT_A_PLACE = 16;
const MOST_MET_ONCE = 4;
/** Days that the hash of one reason is kept for. */
const MOST_DAYS = 1000;

/** Where there is no more room, the oldest goes: it costs time to write it anew, and nothing else. */
function keep(kept: Written[], written: Written): Written {
  if (kept.length >= MOST_AT_A_PLACE) kept.shift();
  kept.push(written);
  return written;
}

function meetsAgain(reason: Reason, { once }: Place): boolean {
  if (once.includes(reason)) return true;
  if (once.length >= MOST_MET_ONCE) once.shift();
  once.push(reason);
  return false;
}

/** Stands for the day while a reason is written for all days: a letter that no text of law has. */
const ANY_DAY = "\uE000";
/** The same in a sentence. */
const ANY_DAY_TOLD = "\uE001";
const EITHER_DAY = new RegExp(`([${ANY_DAY}${ANY_DAY_TOLD}])`, "u");

/** The one document of a reason in which nothing of the request is but the day until which it is good. */
function seenForAnyDay({ documents, facts, missing }: Reason): SeenUntil | undefined {
  const [seen, another] = documents ?? [];
  if (seen === undefined || another !== undefined || facts.length > 0 || missing !== undefined)
    return undefined;
  return seen.validUntil === undefined || seen.takenOn !== undefined
    ? undefined
    : { ...seen, validUntil: seen.validUntil };
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
