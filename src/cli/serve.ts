import { join } from "node:path";
import type { Command } from "commander";
import { LiveTokens } from "../files/live-tokens.ts";
import type { TokenSource } from "../files/read-tokens.ts";
import { root } from "../files/root.ts";
import { rulebooksAtHand, rulesFolderAmong, type RulesFolder } from "../files/rules-folder.ts";
import { openLibrary } from "../library/open-library.ts";
import type { Language } from "../model/language.ts";
import { SECOND_MS } from "../model/time-units.ts";
import { Trouble } from "../model/trouble.ts";
import { message } from "../report/messages/message.ts";
import type { ServeOrder } from "../server/process/order.ts";
import type { Reviewers } from "../server/workbench/sessions.ts";
import { actsToOpen, type ActsToOpen } from "./acts-option.ts";
import type { CommandFile, Io } from "./command.ts";
import { decisionLogFor } from "./decision-log-for.ts";
import { takeFromEnvironment } from "./environment.ts";
import { fourEyesOf } from "./four-eyes-option.ts";
import { lawOption } from "./law-option.ts";
import { addServeOptions, type ServeOptions } from "./serve-options.ts";
import { signer } from "./signing-key-option.ts";
import { withReviews } from "./store-option.ts";
import { tokenSource } from "./token-source.ts";

export const command: CommandFile = {
  configure: (serve: Command, io: Io, end): void => {
    addServeOptions(serve, io)
      .addHelpText(
        "after",
        "\nExample: tarmaq serve --port 8080, then\n  curl -s -H 'content-type: application/json' -d @request.json http://127.0.0.1:8080/check\nOpenAPI is at /openapi.json, Prometheus metrics at /metrics. Nothing of a request is written anywhere unless --decision-log is given.\nEvery option can be said by the environment: --port as TARMAQ_PORT (docs/guide/deploy.md).",
      )
      .action(async () => {
        takeFromEnvironment(serve, io.env);
        await serveApi(serve.opts<ServeOptions>(), io);
        end(0);
      });
  },
};

async function serveApi(options: ServeOptions, io: Io): Promise<void> {
  // Without the workbench a token can be for asking alone.
  const unscoped = options.review === false ? (["check", "admin"] as const) : undefined;
  const source = tokenSource(options, io, unscoped);
  if (options.trustProxy === true && source === undefined)
    throw new Trouble("a proxy lets others reach this machine", {
      wayOut: "Give everybody who may ask a token with --token-file.",
    });
  const order: ServeOrder = {
    host: options.host,
    port: options.port,
    trustProxy: options.trustProxy === true,
    clients: {
      origins: options.cors,
      perMinute: options.rateLimit,
      mostConnections: options.maxConnections,
    },
    workers: options.workers,
    limits: { pauseMs: options.drainPause * SECOND_MS, deadlineMs: options.drainDeadline * SECOND_MS },
    open: () => {
      // Tokens that cannot be read keep what goes with them from being taken as well.
      tokenSource(options, io, unscoped);
      return openLibrary({ rules: options.rules ?? rulebooksAtHand(io.cwd), law: lawOption(options) });
    },
    tokens: (log) =>
      source &&
      new LiveTokens(source, io.now, (trouble) => {
        log(trouble === undefined ? { tokens: "read anew" } : { tokens: "refused", ...wrongWith(trouble) });
      }),
    signer: signer(options.signingKey),
    keepsDecisions: options.decisionLog !== undefined,
    decisions: (log) => decisionLogFor(options, io, log),
    workbench:
      options.review === false ? undefined : { thread: THREAD, options: benchOf(options, source, io) },
    apply: options.apply === true ? { lang: options.lang, assets: ASSETS } : undefined,
    now: io.now,
    write: (text) => {
      io.stderr.write(text);
    },
  };
  const { serve } = await import("../server/process/serve.ts");
  await serve(order);
}

const benchOf = (
  options: ServeOptions,
  source: TokenSource | undefined,
  io: Io,
): NonNullable<ServeOrder["workbench"]>["options"] => ({
  ...actsToOpen([], io.cwd, options.acts),
  rules: { ...rulesFolderAmong(io.cwd, options.rules), ...fourEyesOf(options) },
  cwd: io.cwd,
  lang: options.lang,
  assets: ASSETS,
  reviewers: reviewersOf(source, "local", options.sessionHours),
  ...(options.store !== undefined && { store: options.store }),
});

/** What a workbench is over, who reviews in it, and where it is to be reached. */
export interface WorkbenchOrder extends ActsToOpen {
  readonly rules: RulesFolder;
  readonly by: string;
  readonly host: string;
  readonly port: number;
  readonly lang: Language;
  readonly tokenFile?: string;
  /** Where decisions are kept, where that is no folder. */
  readonly store?: string | undefined;
  /** The act's text in its other language, where a file was named. */
  readonly twin?: string | undefined;
}

/** Serves the workbench alone, as `tarmaq review` has it, until the process is told to stop. */
export async function serveWorkbench(order: WorkbenchOrder, io: Io): Promise<void> {
  const reviewers = reviewersOf(tokenSource(order, io, ["review"]), order.by);
  const [{ workbenchApp }, { listening }] = await Promise.all([
    import("../server/workbench/workbench-app.ts"),
    import("../server/process/one-server.ts"),
  ]);
  await withReviews(order.store, async (decisions) => {
    const rules = { ...order.rules, decisions };
    const app = await workbenchApp({ ...order, rules, reviewers, cwd: io.cwd, assets: ASSETS, now: io.now });
    const address = await listening(app, order);
    io.stderr.write(
      `${message(`The workbench is at ${address}/review/ — press Ctrl+C to stop.`, order.lang)}\n`,
    );
    await toldToStop();
    await app.close();
  });
}

/** What the pages of the workbench load, as it was built, from source as well. */
const ASSETS = join(root, "dist", "web");

const toldToStop = (): Promise<void> =>
  new Promise((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        stopped();
      });
  });

/** Who may review: whoever sits at this machine, or the holders of tokens. */
const reviewersOf = (tokens: TokenSource | undefined, by: string, sessionHours?: number): Reviewers =>
  tokens === undefined ? { is: "local", name: by } : { is: "named", tokens, sessionHours };

/** The program of the workbench's thread: as it was built, from source as well. */
const THREAD = join(root, "dist", "workbench-thread.js");

/** What is told of a file that was refused: never what stands in it. */
const wrongWith = ({ message: why, at: { file, place } }: Trouble): object => ({ why, file, place });
