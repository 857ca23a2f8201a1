import type { ChannelPlan } from "../../compile/plan.ts";
import type { Judgement } from "../../library/library.ts";
import { runsOf, type Runs } from "../../library/runs.ts";
import type { ByteWriter } from "../../model/byte-writer.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import type { Reason, SeenDocument } from "../../model/verdict.ts";
import { sentence } from "../../report/check/sentence.ts";
import { dotted } from "../../report/dotted.ts";
import type { Names } from "../../report/names.ts";

/** A reason as JSON with a comma behind it. */
interface Written {
  readonly reason: Reason;
  readonly bytes: Buffer;
  /** Where it is written for all days: its document, and the pieces before each of which the day stands. */
  readonly seen?: SeenUntil;
  readonly after?: readonly Piece[];
}

/** Words behind a day, and whether that stands in a sentence, as people are told it. */
interface Piece {
  readonly told: boolean;
  readonly bytes: Buffer;
}

type SeenUntil = SeenDocument & { readonly validUntil: string };

/** What was written of the reasons of one rule. */
interface Place {
  readonly kept: Written[];
  /** The last ones that were met once: most of them are of one request only, and never met again. */
  readonly once: Reason[];
}

/** What was written of the reasons of a channel. */
interface Places {
  /** Those that are the same for every request. */
  readonly fixed: Partial<Record<Wanted, Runs>>;
  /** The others, by their number among them. */
  readonly all: Place[];
  /** Those that were met last, side by side: mostly they are met again, and nothing else has to be looked at. */
  readonly last: (Written | undefined)[];
}

type Wanted = "all" | "decisive";

/**
 * The reasons of one language as canonical JSON. Verdicts by the same book share those in which nothing of the request is: each is
 * written once it is met a second time, and found again by its place among the reasons and by being the same. A reason
 * with nothing of the request in it but a day until which a document is good is written once for all days.
 */
export class WrittenReasons {
  readonly #channels = new WeakMap<ChannelPlan, Places>();

  constructor(private readonly names: Names) {}

  /** The reasons as a list. */
  write({ verdict: { reasons }, channel }: Judgement, wanted: Wanted, to: ByteWriter): void {
    let places = this.#channels.get(channel);
    if (places === undefined) this.#channels.set(channel, (places = { fixed: {}, all: [], last: [] }));
    const { at, before, after } = (places.fixed[wanted] ??= this.#fixed(channel, wanted));
    to.ascii("[");
    const begin = to.length;
    for (let index = 0; index < at.length; index += 1) {
      const run = before[index];
      if (run !== undefined) to.bytes(run);
      const reason = reasons[at[index] ?? 0];
      if (reason !== undefined && isWanted(reason, wanted)) this.#write(reason, index, places, to);
    }
    to.bytes(after);
    if (to.length > begin) to.back();
    to.ascii("]");
  }

  #fixed(channel: ChannelPlan, wanted: Wanted): Runs {
    return runsOf(channel, (reason) => (isWanted(reason, wanted) ? this.#textOf(reason) : ""));
  }

  #write(reason: Reason, index: number, places: Places, to: ByteWriter): void {
    const met = places.last[index];
    const written = reason === met?.reason ? met : this.#writtenOf(reason, index, places);
    if (written === undefined) this.#writeAnew(reason, index, places, to);
    else to.bytes(written.bytes);
  }

  /** A reason that verdicts share, where it is kept. */
  #writtenOf(reason: Reason, index: number, { all, last }: Places): Written | undefined {
    const { kept } = (all[index] ??= { kept: [], once: [] });
    const found = kept.find((written) => written.reason === reason && written.after === undefined);
    if (found !== undefined) last[index] = found;
    return found;
  }

  #writeAnew(reason: Reason, index: number, { all }: Places, to: ByteWriter): void {
    const place = (all[index] ??= { kept: [], once: [] });
    const seen = seenForAnyDay(reason);
    if (seen !== undefined) {
      this.#writeForAnyDay(reason, seen, place.kept, to);
      return;
    }
    const text = this.#textOf(reason);
    if (meetsAgain(reason, place)) to.bytes(keep(place.kept, { reason, bytes: Buffer.from(text) }).bytes);
    else to.text(text);
  }

  #writeForAnyDay(reason: Reason, seen: SeenUntil, kept: Written[], to: ByteWriter): void {
    const alike = kept.find((written) => isSameButForDay(written, reason, seen));
    const { bytes, after = [] } = alike ?? keep(kept, this.#forAnyDay(reason, seen));
    to.bytes(bytes);
    for (const piece of after) {
      to.ascii(piece.told ? dotted(seen.validUntil) : seen.validUntil);
      to.bytes(piece.bytes);
    }
  }

  #forAnyDay(reason: Reason, seen: SeenUntil): Written {
    const on = (day: string): Reason => ({ ...reason, documents: [{ ...seen, validUntil: day }] });
    const text = this.#textOf(on(ANY_DAY), on(ANY_DAY_TOLD));
    const [first = "", ...rest] = text.split(EITHER_DAY);
    const after = rest.flatMap((words, index): Piece[] =>
      index % 2 === 0 ? [] : [{ told: rest[index - 1] === ANY_DAY_TOLD, bytes: Buffer.from(words) }],
    );
    return { reason, seen, bytes: Buffer.from(first), after };
  }

  #textOf(reason: Reason, told = reason): string {
    return `${canonicalJson({ ...reason, sentence: sentence(told, this.names) })},`;
  }
}

const isWanted = ({ outcome }: Reason, wanted: Wanted): boolean => wanted === "all" || outcome !== "pass";

const MOST_AT_A_PLACE = 16;
const MOST_MET_ONCE = 4;

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
