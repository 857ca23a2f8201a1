import type { Language } from "../model/language.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewRoutes } from "../server/workbench/workbench.ts";
import type { Reviewers } from "../server/workbench/sessions.ts";
import type { Io } from "./command.ts";
import { root } from "../files/root.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import { Trouble } from "../model/trouble.ts";

export interface ServeReview {
  readonly acts: readonly string[];
  readonly rules: RulesFolder;
  readonly by: string;
  readonly host: string;
  readonly port: number;
  readonly lang: Language;
  readonly tokenFile?: string;
}

/** Serves the workbench until the process is told to stop. */
export async function serveReview(options: ServeReview, io: Io): Promise<void> {
  const { default: fastify } = await import("fastify");
  const app = fastify({ bodyLimit: 1024 * 1024, forceCloseConnections: true });
  await app.register(reviewRoutes, {
    prefix: "/review",
    acts: options.acts,
    rules: options.rules,
    reviewers: reviewersFor(options),
    lang: options.lang,
    assets: join(root, "dist", "web"),
    now: io.now,
  });
  app.get("/", (_request, reply) => reply.redirect("/review/"));
  const address = await listen(app, options);
  io.stderr.write(`The workbench is at ${address}/review/ — press Ctrl+C to stop.\n`);
  await new Promise<void>((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopped);
  });
  await app.close();
}

async function listen(
  app: { listen: (at: { host: string; port: number }) => Promise<string> },
  { host, port }: ServeReview,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Trouble(`cannot listen on ${host}:${port} (${code})`, {
      wayOut: "Take another --port, or 0 for any that is free.",
    });
  }
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Who may review: whoever sits at this machine, or the holders of the tokens in a file. */
export function reviewersFor({
  host,
  tokenFile,
  by,
}: Pick<ServeReview, "host" | "tokenFile" | "by">): Reviewers {
  if (tokenFile !== undefined) return { is: "named", tokens: tokensIn(tokenFile) };
  if (LOOPBACK.has(host)) return { is: "local", name: by };
  throw new Trouble(`${host} can be reached from other machines`, {
    wayOut: "Listen on 127.0.0.1, or give each reviewer a token with --token-file.",
  });
}

const SHORTEST = 16;

function tokensIn(file: string): { name: string; token: string }[] {
  const tokens = textOf(file)
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, number }) => {
      const at = line.search(/\s\S+$/u);
      const token = line.slice(at + 1);
      if (at <= 0 || token.length < SHORTEST)
        throw new Trouble(`is no name and token of at least ${SHORTEST} characters`, {
          file,
          place: `line ${number}`,
          wayOut: "Write one reviewer a line: a name, white space, a token.",
        });
      return { name: line.slice(0, at).trim(), token };
    });
  for (const field of ["name", "token"] as const)
    if (new Set(tokens.map((one) => one[field])).size < tokens.length)
      throw new Trouble(`has the same ${field} twice`, {
        file,
        wayOut: "Give each reviewer a name and a token of their own.",
      });
  if (tokens.length === 0)
    throw new Trouble("names no reviewer", { file, wayOut: "Write one reviewer a line." });
  return tokens;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Trouble("is not there or cannot be read", { file, wayOut: "Check the path." });
  }
}
