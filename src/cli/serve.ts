import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import type { CommandFile, Io } from "./command.ts";
import { openLibrary } from "../library/open-library.ts";
import { reviewersFor } from "./review-serve.ts";
import { corpusTexts } from "../files/corpus-texts.ts";
import { root } from "../files/root.ts";
import { rulebooksAtHand, rulesFolderAmong } from "../files/rules-folder.ts";
import { Trouble } from "../model/trouble.ts";

interface Options {
  readonly rules?: string[];
  readonly host: string;
  readonly port: number;
  readonly tokenFile?: string;
  readonly decisionLog?: string;
  readonly retentionDays: number;
  readonly review?: boolean;
}

export const command: CommandFile = {
  configure: (serve: Command, io: Io, end): void => {
    serve
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option("--host <address>", "address to listen on; any but loopback needs --token-file", "127.0.0.1")
      .option("--port <number>", "port; 0 for any that is free", wholeNumber, 4181)
      .option("--token-file <file>", "names and bearer tokens of those who may ask, one `name token` a line")
      .option(
        "--decision-log <folder>",
        "keep requests with their receipts there (personal data; off by default)",
      )
      .option("--retention-days <days>", "how long the decision log is kept", wholeNumber, 30)
      .option("--no-review", "without the workbench at /review/")
      .addHelpText(
        "after",
        "\nExample: tarmaq serve --port 8080, then\n  curl -s -H 'content-type: application/json' -d @request.json http://127.0.0.1:8080/check\nOpenAPI is at /openapi.json, Prometheus metrics at /metrics. Nothing of a request is written anywhere unless --decision-log is given.",
      )
      .action(async (options: Options) => {
        await serveApi(options, io);
        end(0);
      });
  },
};

async function serveApi(options: Options, io: Io): Promise<void> {
  const { host, port } = options;
  const reviewers = reviewersFor({ ...options, by: "local" });
  const library = openLibrary({ rules: options.rules ?? rulebooksAtHand(io.cwd) });
  const [{ serverApp }, { Judge }, { Metrics }, { DecisionLog }, { LogLines }] = await Promise.all([
    import("../server/api/app.ts"),
    import("../server/api/judged.ts"),
    import("../server/api/metrics.ts"),
    import("../server/api/decision-log.ts"),
    import("../server/api/log-lines.ts"),
  ]);
  const decisions =
    options.decisionLog === undefined
      ? undefined
      : new DecisionLog(options.decisionLog, options.retentionDays, io.now);
  const lines = new LogLines((text) => io.stderr.write(text));
  const app = await serverApp({
    judge: new Judge(library),
    metrics: new Metrics(),
    decisions,
    tokens: reviewers.is === "named" ? reviewers.tokens.map(({ token }) => token) : [],
    now: io.now,
    log: (entry) => {
      lines.add(entry);
    },
  });
  if (options.review !== false) {
    const { reviewRoutes } = await import("../server/workbench/workbench.ts");
    const assets = join(root, "dist", "web");
    const rules = rulesFolderAmong(io.cwd, options.rules);
    await app.register(reviewRoutes, {
      prefix: "/review",
      acts: corpusTexts().map(({ path }) => path),
      rules,
      reviewers,
      lang: "kk",
      assets,
      now: io.now,
    });
  }
  const address = await app.listen({ host, port }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Trouble(`cannot listen on ${host}:${port} (${code})`, {
      wayOut: "Take another --port, or 0 for any that is free.",
    });
  });
  io.stderr.write(`${JSON.stringify({ listening: address, rulebooks: library.volumes.length })}\n`);
  await new Promise<void>((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopped);
  });
  await app.close();
  await decisions?.close();
  lines.flush();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}
