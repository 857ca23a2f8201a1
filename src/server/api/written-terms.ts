import type { ByteWriter } from "../../model/byte-writer.ts";
import { canonicalJson, quoted } from "../../model/canonical-json.ts";
import type { StartedTerm } from "../../model/verdict.ts";

/** A term, and what its rulebook says of it, as bytes between its times. */
interface Words {
  readonly of: StartedTerm;
  readonly beforeDue: Buffer;
  readonly beforeMissing: Buffer;
  readonly beforeStart: Buffer;
  readonly beforeUnknown: Buffer;
}

/** The terms of verdicts as canonical JSON: what the rulebook says of a term is written once, only the times each time. */
export class WrittenTerms {
  readonly #words = new Map<string, Words[]>();

  /** All of them as a list. */
  write(terms: readonly StartedTerm[], to: ByteWriter): void {
    let before = "[";
    for (const term of terms) {
      to.ascii(before);
      this.#write(term, to);
      before = ",";
    }
    to.ascii(terms.length === 0 ? "[]" : "]");
  }

  #write(term: StartedTerm, to: ByteWriter): void {
    const { due, missing, movedBy, otherwise, start, startedBy, unknown } = term;
    const words = this.#wordsOf(term);
    to.bytes(words.beforeDue);
    writeText(',"due":"', due, to);
    to.bytes(words.beforeMissing);
    if (missing !== undefined) to.text(`,"missing":${canonicalJson(missing)}`);
    if (movedBy !== undefined) to.text(`,"movedBy":${canonicalJson(movedBy)}`);
    if (otherwise !== undefined) to.text(`,"otherwise":${canonicalJson(otherwise)}`);
    to.bytes(words.beforeStart);
    writeText(',"start":"', start, to);
    writeText(',"startedBy":"', startedBy, to);
    to.bytes(words.beforeUnknown);
    if (unknown !== undefined) to.text(`,"unknown":${quoted(unknown)}`);
    to.ascii("}");
  }

  #wordsOf(term: StartedTerm): Words {
    const there = this.#words.get(term.rule);
    const found = there?.find(({ of }) => isSaidAlike(of, term));
    if (found !== undefined) return found;
    const made = wordsOf(term);
    this.#words.set(term.rule, [...(there ?? []), made]);
    return made;
  }
}

function wordsOf(term: StartedTerm): Words {
  const { amount, cite, cites, judges, rule, subject, toEvent, twin, unit } = term;
  /** Members in the order of their names, without the brackets around them. */
  const members = (some: object): string => canonicalJson(some).slice(1, -1);
  return {
    of: term,
    beforeDue: Buffer.from(`{${members({ amount, cite, cites })}`),
    beforeMissing: Buffer.from(`,${members({ judges })}`),
    beforeStart: Buffer.from(`,${members({ rule })}`),
    beforeUnknown: Buffer.from(`,${members({ subject, toEvent, twin, unit })}`),
  };
}

/** A text without anything to escape, its key before it. */
function writeText(key: string, text: string | undefined, to: ByteWriter): void {
  if (text === undefined) return;
  to.ascii(key);
  to.ascii(text);
  to.ascii('"');
}

const isSaidAlike = (a: StartedTerm, b: StartedTerm): boolean =>
  a.subject === b.subject &&
  a.amount === b.amount &&
  a.unit === b.unit &&
  a.judges === b.judges &&
  a.toEvent === b.toEvent &&
  a.cite === b.cite &&
  a.cites === b.cites &&
  a.twin === b.twin;
