import { Option, type Command } from "commander";
import type { AuditQuestion } from "../library/audit-order.ts";
import { namedInstant } from "../library/named-instant.ts";
import type { LastHour } from "../model/last-hour.ts";

/** What the command line says of how a log is judged: the same wherever one is. */
export interface JudgingOptions {
  readonly drafts?: boolean;
  readonly lastHour?: LastHour;
  readonly now?: string;
  readonly from?: string;
  readonly until?: string;
  readonly by?: string;
}

/** Adds `--last-hour`, `--now`, `--from`, `--until` and `--by`. `--drafts` is each command's own to word. */
export const judgingOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        "--last-hour <hour>",
        "when a last day ends where nothing decides it (default: what hangs on it cannot be told)",
      ).choices(["closing", "midnight"]),
    )
    .option("--now <instant>", "hold what is still running against its due time at this instant")
    .option("--from <day>", "judge only cases of the period that begins with this day")
    .option("--until <day>", "judge only cases of the period that ends with this day")
    .option(
      "--by <event>",
      "the event by which a case is of the period (default: submitted); of several (a,b), the first",
    );

/** The options as an audit is asked. Throws `Trouble` for an instant that is none. */
export const judgingFrom = ({
  drafts,
  lastHour,
  now,
  from,
  until,
  by,
}: JudgingOptions): Omit<AuditQuestion, "mapping" | "file"> => ({
  drafts,
  lastHour,
  now: now === undefined ? undefined : namedInstant(now, "--now"),
  period: { from, until, by },
});
