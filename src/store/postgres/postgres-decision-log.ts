import type { Request } from "../../check/request.ts";
import type { Receipt } from "../../model/receipt.ts";
import { DAY_MS } from "../../model/time-units.ts";
import { decisionEntry } from "../chain.ts";
import type { DecisionLog } from "../decision-log.ts";
import { reasonOf, Unkept } from "../unkept.ts";
import type { Database } from "./database.ts";

/** How a decision log in PostgreSQL is kept. */
export interface PostgresLogOptions {
  readonly database: Database;
  /** Requests as well, which hold personal data; else receipts alone. */
  readonly keepRequests: boolean;
  readonly now: () => number;
}

interface Waiting {
  readonly entry: string;
  readonly request: string | null;
  readonly done: () => void;
  readonly failed: (error: Unkept) => void;
}

const MOST_AT_ONCE = 500;
const ADDED = `insert into tarmaq.decisions (entry, request)
  select entry, request from unnest($1::text[], $2::text[]) with ordinality as one (entry, request, place) order by place`;

/** The decision log of several servers in one database, which ties the entries of all of them into one chain. */
export class PostgresDecisionLog implements DecisionLog {
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #asking: Promise<Unkept | undefined> | undefined;
  #forgotten = 0;

  constructor(private readonly options: PostgresLogOptions) {}

  /** Entries that arrive together are written together. */
  write(receipt: Receipt, request: Request): Promise<void> {
    const { now, keepRequests } = this.options;
    const entry = decisionEntry(new Date(now()).toISOString(), receipt);
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, request: keepRequests ? JSON.stringify(request) : null, done, failed });
      this.#writing ??= this.#writeWaiting();
    });
  }

  /** Asked of the database itself, also while nobody has anything to keep. */
  trouble(): Promise<Unkept | undefined> {
    this.#asking ??= this.#asked().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.options.database.end();
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const entries = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        const { database } = this.options;
        await database.rows(ADDED, [
          entries.map(({ entry }) => entry),
          entries.map(({ request }) => request),
        ]);
        for (const { done } of entries) done();
        await this.#forget();
      } catch (error) {
        const unkept = error instanceof Unkept ? error : new Unkept("the store", reasonOf(error));
        for (const { failed } of entries) failed(unkept);
      }
    }
    this.#writing = undefined;
  }

  async #asked(): Promise<Unkept | undefined> {
    try {
      await this.options.database.rows("select number from tarmaq.decisions limit 1");
      return undefined;
    } catch (error) {
      return error instanceof Unkept ? error : new Unkept("the store", reasonOf(error));
    }
  }

  /** Once a day, what the owner of the store has said is old is forgotten. */
  async #forget(): Promise<void> {
    const now = this.options.now();
    if (now - this.#forgotten < DAY_MS) return;
    this.#forgotten = now;
    await this.options.database.rows("select tarmaq.forget()").catch(() => (this.#forgotten = 0));
  }
}
