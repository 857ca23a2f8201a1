import type { Receipt } from "../../model/receipt.ts";
import type { Head } from "../chain.ts";
import { strictJson } from "../../model/strict-json.ts";
import { ChainWatch, type Verified } from "../verified.ts";
import type { Database } from "./database.ts";

interface Row {
  readonly number: string;
  readonly previous: string;
  readonly hash: string;
  readonly entry: string;
  readonly request: string | null;
}

const AT_ONCE = 5000;

/** Looks through the decisions of servers, or of reviewers, in a database. */
export async function verifyPostgres(
  database: Database,
  table: "decisions" | "review_decisions",
  noted?: Head,
): Promise<Verified> {
  const watch = new ChainWatch(noted);
  const request = table === "decisions" ? "request" : "null as request";
  let last = "0";
  for (;;) {
    const rows = await database.rows<Row>(
      `select number, previous, hash, entry, ${request} from tarmaq.${table} where number > $1 order by number limit ${AT_ONCE}`,
      [last],
    );
    for (const row of rows) if (!isWhole(row, watch)) return watch.told();
    if (rows.length < AT_ONCE) return watch.told();
    last = rows.at(-1)?.number ?? last;
  }
}

function isWhole({ number, previous, hash, entry, request }: Row, watch: ChainWatch): boolean {
  if (!watch.meet(entry, { number: Number(number), previous, hash }, `entry ${number}`)) return false;
  if (request === null) return true;
  const { receipt } = JSON.parse(entry) as { receipt: Receipt };
  try {
    return watch.request(receipt, strictJson(request), `entry ${number}`);
  } catch {
    return watch.broken(`entry ${number}`, "request-changed");
  }
}
