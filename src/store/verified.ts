import type { Receipt } from "../model/receipt.ts";
import { hashOf } from "../model/print.ts";
import { BEGINNING, EMPTY, linked, type Head, type Link } from "./chain.ts";

/** What became of looking through a chain. */
export interface Verified {
  /** Where it ends: kept elsewhere, it shows later that nothing was cut off. */
  readonly head: Head;
  /** Entries that are tied. */
  readonly entries: number;
  /** The number of the first entry, where those before it were removed. */
  readonly from: number;
  /** Where it does not hold, and why; absent: it holds. */
  readonly broken?: { readonly at: string; readonly why: Break };
  /** Whether the entry was met that somebody has noted down; absent: nobody asked. */
  readonly isNotedThere?: boolean;
}

export type Break = "not-tied" | "changed" | "request-changed" | "unreadable";

/** Looks through a chain, entry by entry in their order. */
export class ChainWatch {
  #head: Head = EMPTY;
  #entries = 0;
  #from = 0;
  #broken: Verified["broken"];
  #isNotedThere = false;

  /** `noted`: an end of the chain that was noted down before. */
  constructor(private readonly noted?: Head) {}

  /** Gives whether the chain holds so far. */
  meet(entry: string, link: Link, at: string): boolean {
    if (this.#entries === 0) this.#begin(link);
    const expected = linked(entry, this.#head);
    if (link.number !== expected.number || link.previous !== expected.previous)
      return this.broken(at, "not-tied");
    if (link.hash !== expected.hash) return this.broken(at, "changed");
    this.#head = { number: link.number, hash: link.hash };
    this.#entries += 1;
    if (link.number === this.noted?.number && link.hash === this.noted.hash) this.#isNotedThere = true;
    return true;
  }

  /** The request of an entry is the one that its receipt covers. */
  request(receipt: Receipt, request: unknown, at: string): boolean {
    return receipt.request === hashOf(request) || this.broken(at, "request-changed");
  }

  broken(at: string, why: Break): false {
    this.#broken ??= { at, why };
    return false;
  }

  told(): Verified {
    return {
      head: this.#head,
      entries: this.#entries,
      from: this.#from,
      ...(this.#broken !== undefined && { broken: this.#broken }),
      ...(this.noted !== undefined && { isNotedThere: this.#isNotedThere }),
    };
  }

  /** Files that are over the retention are gone, and with them the beginning. */
  #begin({ number, previous }: Link): void {
    this.#from = number;
    if (number > 1 && previous !== BEGINNING) this.#head = { number: number - 1, hash: previous };
  }
}
