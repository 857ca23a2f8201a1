import type { DecisionLog } from "../../store/decision-log.ts";
import type { Metrics } from "./metrics.ts";

/** The same log, of which it is counted what could not be kept. */
export function countedLog(log: DecisionLog | undefined, metrics: Metrics): DecisionLog | undefined {
  if (log === undefined) return undefined;
  const write: DecisionLog["write"] = (receipt, request) =>
    log.write(receipt, request).catch((error: unknown) => {
      metrics.notKept();
      throw error;
    });
  return { write, trouble: () => log.trouble(), close: () => log.close() };
}
