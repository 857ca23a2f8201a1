import { quoted } from "../../model/canonical-json.ts";
import type { StartedTerm } from "../../model/verdict.ts";
import type { ByteWriter } from "./byte-writer.ts";

/** A term without its times, and its JSON as far as it has none of them; every item ends with a comma. */
interface Words {
  readonly of: StartedTerm;
  readonly bytes: Buffer;
}

/** The terms of verdicts as JSON: what the rulebook says of a term is written once, only the times each time. */
export class WrittenTerms {
  readonly #words = new Map<string, Words[]>();

  /** Each term with a comma behind it. */
  write(terms: readonly StartedTerm[], to: ByteWriter): void {
    for (const term of terms) {
      const { start, due, unknown, missing, otherwise } = term;
      to.bytes(this.#wordsOf(term));
      if (start !== undefined) to.ascii(`,"start":"${start}"`);
      if (due !== undefined) to.ascii(`,"due":"${due}"`);
      if (unknown !== undefined) to.text(`,"unknown":${quoted(unknown)}`);
      if (missing !== undefined) to.text(`,"missing":${JSON.stringify(missing)}`);
      if (otherwise !== undefined)
        to.ascii(`,"otherwise":{"why":"${otherwise.why}","due":"${otherwise.due}"}`);
      to.ascii("},");
    }
  }

  #wordsOf(term: StartedTerm): Buffer {
    const there = this.#words.get(term.rule);
    const found = there?.find(({ of }) => isSaidAlike(of, term));
    if (found !== undefined) return found.bytes;
    const words = JSON.stringify({
      ...term,
      start: undefined,
      due: undefined,
      unknown: undefined,
      missing: undefined,
      otherwise: undefined,
    });
    const bytes = Buffer.from(words.slice(0, -1));
    this.#words.set(term.rule, [...(there ?? []), { of: term, bytes }]);
    return bytes;
  }
}

const isSaidAlike = (a: StartedTerm, b: StartedTerm): boolean =>
  a.subject === b.subject &&
  a.amount === b.amount &&
  a.unit === b.unit &&
  a.judges === b.judges &&
  a.toEvent === b.toEvent &&
  a.cite === b.cite &&
  a.startedBy === b.startedBy &&
  a.movedBy?.rule === b.movedBy?.rule &&
  a.movedBy?.perhaps === b.movedBy?.perhaps;
