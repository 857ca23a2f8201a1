import { HOUR_MS } from "../../model/time-units.ts";
import type { LastingLog } from "../../store/decision-log.ts";
import { unkeptBy } from "../../store/unkept.ts";
import type { Entry, ServeOrder } from "./order.ts";

/** Opens what keeps decisions, where anything does, and has it forget at once and every hour, whether anybody asks or not. */
export async function openedDecisions(
  order: Pick<ServeOrder, "decisions">,
  log: (entry: Entry) => void,
): Promise<LastingLog | undefined> {
  const decisions = await order.decisions(log);
  if (decisions === undefined) return undefined;
  const forget = (): void => {
    decisions.forget().catch((error: unknown) => {
      const { place, reason } = unkeptBy(error, "the decision log");
      log({ fault: "not-forgotten", where: place, reason });
    });
  };
  forget();
  const hourly = setInterval(forget, HOUR_MS).unref();
  return {
    write: (...entry) => decisions.write(...entry),
    trouble: () => decisions.trouble(),
    forget: () => decisions.forget(),
    close: async () => {
      clearInterval(hourly);
      await decisions.close();
    },
  };
}
