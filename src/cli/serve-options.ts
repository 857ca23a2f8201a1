import type { Command } from "commander";
import type { Language } from "../model/language.ts";
import { ACTS } from "./acts-option.ts";
import type { Io } from "./command.ts";
import { FOUR_EYES } from "./four-eyes-option.ts";
import { languageOption } from "./language.ts";
import { WITHOUT_LAW } from "./law-option.ts";
import { SIGNING_KEY } from "./signing-key-option.ts";
import { KEEP_REQUESTS, MOST_DAYS, STORE } from "./store-option.ts";
import { wholeNumber } from "./whole-number.ts";

const PORT = 4181;
const LAST_PORT = 65_535;
const MOST_WORKERS = 64;
const MOST_AT_ONCE = 1_000_000;
const DAY_SECONDS = 24 * 60 * 60;
const YEAR_HOURS = 365 * 24;

/** What `tarmaq serve` is told. */
export interface ServeOptions {
  readonly rules?: string[];
  readonly host: string;
  readonly port: number;
  readonly trustProxy?: true;
  readonly workers: number;
  readonly drainPause: number;
  readonly drainDeadline: number;
  readonly tokenFile?: string;
  readonly decisionLog?: string;
  readonly sessionHours: number;
  readonly retentionDays?: number;
  readonly signingKey?: string;
  readonly cors?: string[];
  readonly rateLimit?: number;
  readonly maxConnections?: number;
  readonly store?: string;
  readonly keepRequests?: boolean;
  readonly acts?: string;
  readonly fourEyes?: true;
  readonly review?: boolean;
  readonly apply?: boolean;
  readonly withoutLaw?: boolean;
  readonly lang: Language;
}

const TRUST_PROXY = [
  "--trust-proxy",
  "behind a proxy: take its word (X-Forwarded-…) for client, host and https; needs --token-file",
] as const;
const APPLY = [
  "--apply",
  "pages for applicants at /apply/, open to everybody without a token: the form of each service, and its verdict; nothing of it is kept",
] as const;

/** The options of `tarmaq serve`: where it listens and how it ends, who may ask, what is kept. */
export function addServeOptions(serve: Command, io: Io): Command {
  return keeping(asking(listening(serve))).addOption(languageOption(io));
}

const listening = (serve: Command): Command =>
  serve
    .option(
      "--rules <path...>",
      "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
    )
    .option(...WITHOUT_LAW)
    .option("--host <address>", "address to listen on; any but loopback needs --token-file", "127.0.0.1")
    .option("--port <number>", "port; 0 for any that is free", wholeNumber(0, LAST_PORT), PORT)
    .option(...TRUST_PROXY)
    .option(
      "--workers <number>",
      "processes that answer, at most one a core",
      wholeNumber(1, MOST_WORKERS),
      1,
    )
    .option(
      "--drain-pause <seconds>",
      "told to stop, still answer for so long, unready, until whoever sends requests here has noticed",
      wholeNumber(0, DAY_SECONDS),
      1,
    )
    .option(
      "--drain-deadline <seconds>",
      "told to stop, end by then whatever clients do",
      wholeNumber(0, DAY_SECONDS),
      10,
    );

const asking = (serve: Command): Command =>
  serve
    .option(
      "--token-file <file>",
      "who may ask, and for what: `name scope=check,review,admin token` a line; read anew when it changes",
    )
    .option(
      "--session-hours <hours>",
      "a reviewer shows the token again after so many hours, or two without a request",
      wholeNumber(1, YEAR_HOURS),
      12,
    )
    .option("--cors <origin...>", "pages of these origins may ask the API, as https://portal.example")
    .option(
      "--rate-limit <number>",
      "requests a minute of each token, or address; more are answered 429 (default: as many as come)",
      wholeNumber(1, MOST_AT_ONCE),
    )
    .option(
      "--max-connections <number>",
      "connections at once; further ones are closed (default: as many as come)",
      wholeNumber(1, MOST_AT_ONCE),
    );

const keeping = (serve: Command): Command =>
  serve
    .option(
      "--decision-log <folder>",
      "keep requests with their receipts there (personal data; off by default)",
    )
    .option(
      "--retention-days <days>",
      "how long the files of --decision-log are kept (default: 30)",
      wholeNumber(1, MOST_DAYS),
    )
    .option(...STORE)
    .option(...KEEP_REQUESTS)
    .option(...SIGNING_KEY)
    .option(...ACTS)
    .option(...FOUR_EYES)
    .option("--no-review", "without the workbench at /review/")
    .option(...APPLY);
