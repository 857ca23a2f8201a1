import { Trouble } from "../model/trouble.ts";
import type { DecisionLog } from "../store/decision-log.ts";
import type { Io } from "./command.ts";
import { databaseAt } from "./store-option.ts";

/** What of `tarmaq serve` says where decisions are kept. */
interface Options {
  readonly decisionLog?: string;
  readonly retentionDays: number;
  readonly store?: string;
  readonly keepRequests?: boolean;
}

/** Where decisions are kept, if anywhere. */
export async function decisionLogFor(
  { decisionLog: folder, retentionDays, store, keepRequests = false }: Options,
  { now }: Io,
  log: (entry: Readonly<Record<string, unknown>>) => void,
): Promise<DecisionLog | undefined> {
  if (store !== undefined) {
    if (folder !== undefined)
      throw new Trouble("decisions are kept in one place", { wayOut: "Say --store or --decision-log." });
    const { PostgresDecisionLog } = await import("../store/postgres/postgres-decision-log.ts");
    return new PostgresDecisionLog({ database: await databaseAt(store), keepRequests, now });
  }
  if (folder === undefined) return undefined;
  const { FileDecisionLog } = await import("../store/files/file-decision-log.ts");
  const cutOff = (bytes: number): void => {
    log({ fault: "torn-line", where: "the decision log", cutOff: bytes });
  };
  return new FileDecisionLog({ folder, retentionDays, now, cutOff });
}
