import type { LiveTokens } from "../../files/live-tokens.ts";
import type { Signer } from "../../library/sign.ts";
import type { Library } from "../../library/library.ts";
import type { LastingLog } from "../../store/decision-log.ts";
import type { ServerOptions } from "../api/app.ts";
import type { ApplyOptions } from "../apply/apply.ts";
import type { ThreadOptions } from "../workbench/thread-calls.ts";
import type { StopLimits } from "./stop.ts";

/** A line of the server's log. */
export type Entry = Readonly<Record<string, unknown>>;

/** A server as it was ordered. */
export interface ServeOrder {
  readonly host: string;
  readonly port: number;
  /** Requests come through a proxy whose word is taken. */
  readonly trustProxy: boolean;
  /** Who may ask from a page elsewhere, how often, and over how many connections. */
  readonly clients: Pick<ServerOptions, "origins" | "perMinute" | "mostConnections">;
  /** Processes that answer; with one, it is this. */
  readonly workers: number;
  readonly limits: StopLimits;
  /** Reads rulebooks, and sees whether tokens can be read. Throws `Trouble`. */
  readonly open: () => Library;
  /** The tokens of those who may ask, where they are asked for one; what becomes of their file is told to the log. */
  readonly tokens: (log: (entry: Entry) => void) => LiveTokens | undefined;
  /** Signs receipts, where there is a key. */
  readonly signer?: Signer;
  /** Whether decisions are kept anywhere. */
  readonly keepsDecisions: boolean;
  /** Opens what keeps decisions, where anything does. Called in one process only. */
  readonly decisions: (log: (entry: Entry) => void) => Promise<LastingLog | undefined>;
  /** The workbench, and the program of its thread; in one process only. */
  readonly workbench: { readonly thread: string; readonly options: ThreadOptions } | undefined;
  /** Pages for applicants, where there are to be any: their language, and the folder of their style sheet. */
  readonly apply: Pick<ApplyOptions, "lang" | "assets"> | undefined;
  readonly now: () => number;
  /** Takes lines of the log. */
  readonly write: (text: string) => void;
}
