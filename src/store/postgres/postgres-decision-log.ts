import type { Request } from "../../check/request.ts";
import type { Receipt } from "../../model/receipt.ts";
import { decisionEntry } from "../chain.ts";
import type { LastingLog } from "../decision-log.ts";
import type { Unkept } from "../unkept.ts";
import { WrittenTogether } from "../written-together.ts";
import { LASTING, STORE_PLACE, type Database } from "./database.ts";

/** How a decision log in PostgreSQL is kept. */
export interface PostgresLogOptions {
  readonly database: Database;
  /** Requests as well, which hold personal data; else receipts alone. */
  readonly keepRequests: boolean;
  readonly now: () => number;
}

interface Entry {
  readonly entry: string;
  readonly request: string | null;
}

const ADDED = `with ${LASTING} insert into tarmaq.decisions (entry, request)
  select entry, request from lasting, unnest($1::text[], $2::text[]) with ordinality as one (entry, request, place)
  order by place`;
/** A page of the database surely has no room for so much. */
const ROOM = "x".repeat(16_384);

/** The decision log of several servers in one database, which ties the entries of all of them into one chain. */
export class PostgresDecisionLog implements LastingLog {
  readonly #entries = new WrittenTogether<Entry>({
    place: STORE_PLACE,
    write: (entries) => this.#add(entries),
    probe: (hasFailed) => (hasFailed ? this.#tryToAdd() : this.#look()),
    mostAtOnce: 500,
  });

  constructor(private readonly options: PostgresLogOptions) {}

  write(receipt: Receipt, request: Request): Promise<void> {
    const { now, keepRequests } = this.options;
    const entry = decisionEntry(new Date(now()).toISOString(), receipt);
    return this.#entries.keep({ entry, request: keepRequests ? JSON.stringify(request) : null });
  }

  /** Asked of the database itself, also while nobody has anything to keep. */
  trouble(): Promise<Unkept | undefined> {
    return this.#entries.trouble();
  }

  async close(): Promise<void> {
    await this.#entries.written();
    await this.options.database.end();
  }

  /** What the owner of the store has said is old. */
  async forget(): Promise<void> {
    await this.options.database.rows("select tarmaq.forget()");
  }

  async #add(entries: readonly Entry[]): Promise<void> {
    await this.options.database.rows(ADDED, [
      entries.map(({ entry }) => entry),
      entries.map(({ request }) => request),
    ]);
  }

  async #look(): Promise<void> {
    await this.options.database.rows("select number from tarmaq.decisions limit 1");
  }

  /** Whether there is room again is told by an entry that is taken back: nothing is added that nobody has asked. */
  async #tryToAdd(): Promise<void> {
    await this.options.database.tried(ADDED, [[ROOM], [null]]);
  }
}
