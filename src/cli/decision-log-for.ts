import { Trouble } from "../model/trouble.ts";
import type { LastingLog } from "../store/decision-log.ts";
import { Unkept } from "../store/unkept.ts";
import type { Io } from "./command.ts";
import { databaseAt } from "./store-option.ts";

/** What of `tarmaq serve` says where decisions are kept. */
interface Options {
  readonly decisionLog?: string;
  readonly retentionDays?: number;
  readonly store?: string;
  readonly keepRequests?: boolean;
}

type Log = (entry: Readonly<Record<string, unknown>>) => void;

const RETENTION_DAYS = 30;

/** Where decisions are kept, if anywhere. Throws `Trouble` where that cannot be, or the options do not go together. */
export async function decisionLogFor(options: Options, io: Io, log: Log): Promise<LastingLog | undefined> {
  refuseOptions(options);
  const { decisionLog: folder, retentionDays = RETENTION_DAYS, store, keepRequests = false } = options;
  if (store !== undefined) return await logInStore(store, keepRequests, io, log);
  if (folder === undefined) return undefined;
  const { FileDecisionLog } = await import("../store/files/file-decision-log.ts");
  const cutOff = (bytes: number): void => {
    log({ fault: "torn-line", where: "the decision log", cutOff: bytes });
  };
  return new FileDecisionLog({ folder, retentionDays, now: io.now, cutOff });
}

/** An option that changes nothing is not taken in silence: somebody believes that it does. */
function refuseOptions({ decisionLog, retentionDays, store, keepRequests }: Options): void {
  if (store !== undefined && decisionLog !== undefined)
    throw new Trouble("decisions are kept in one place", { wayOut: "Say --store or --decision-log." });
  if (store !== undefined && retentionDays !== undefined)
    throw new Trouble("the retention of a store is its owner's", {
      place: "--retention-days",
      wayOut: "Say it with tarmaq store migrate --retention-days, and leave it out here.",
    });
  if (store === undefined && keepRequests === true)
    throw new Trouble("no store is named to keep requests in", {
      place: "--keep-requests",
      wayOut: "Name it with --store; --decision-log keeps requests anyhow.",
    });
}

/** A store that is away is waited for, unready; one that is not as it has to be is refused. */
async function logInStore(
  address: string,
  keepRequests: boolean,
  { now }: Io,
  log: Log,
): Promise<LastingLog> {
  const [{ PostgresDecisionLog }, { seeToStore }] = await Promise.all([
    import("../store/postgres/postgres-decision-log.ts"),
    import("../store/postgres/fit-store.ts"),
  ]);
  const database = await databaseAt(address);
  try {
    await seeToStore(database);
  } catch (error) {
    if (!(error instanceof Unkept)) {
      await database.end();
      throw error;
    }
    log({ fault: "store-away", where: error.place, reason: error.reason });
  }
  return new PostgresDecisionLog({ database, keepRequests, now });
}
