import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { takeFromEnvironment, variableOf } from "../../src/cli/environment.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { tried } from "../../src/server/api/together.ts";
import { optionsOfServe, PAGE, pageWith } from "./generate-options-table.ts";

/** What a command's options are after these words and this environment. */
function taken(words: readonly string[], env: Record<string, string>): Record<string, unknown> {
  const command = new Command("any")
    .option("--port <number>", "", number, 1)
    .option("--rules <path...>", "")
    .option("--decision-log <folder>", "")
    .option("--four-eyes", "")
    .option("--no-review", "");
  command.parse([...words], { from: "user" });
  takeFromEnvironment(command, env);
  return command.opts();
}

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** What `tarmaq serve` takes from this environment. */
function serveWith(env: Record<string, string>): Record<string, unknown> {
  const serve = new Command("serve");
  for (const option of optionsOfServe()) serve.addOption(option);
  serve.parse([], { from: "user" });
  takeFromEnvironment(serve, env);
  return serve.opts();
}

describe("options by the environment", () => {
  it("are those of the command line, which holds where both speak", () => {
    const env = {
      TARMAQ_PORT: "8080",
      TARMAQ_RULES: "/a/b, /c d",
      TARMAQ_DECISION_LOG: "/log",
      TARMAQ_FOUR_EYES: "yes",
      TARMAQ_REVIEW: "false",
    };
    const said = { port: 8080, rules: ["/a/b", "/c d"], decisionLog: "/log", fourEyes: true, review: false };
    expect(taken([], env)).toEqual(said);
    expect(taken(["--port", "9", "--rules", "/e"], env)).toEqual({ ...said, port: 9, rules: ["/e"] });
  });

  it("say nothing where they are empty, and no where they say no", () => {
    expect(taken([], { TARMAQ_PORT: "", TARMAQ_FOUR_EYES: "0", TARMAQ_REVIEW: "1" })).toEqual({
      port: 1,
      fourEyes: false,
      review: true,
    });
  });

  it.each(["0", "-1", "0.5", "1.0", "NaN", "1e3", "1000001", "99999999999", "Infinity", "٣"])(
    "are refused where a limit of %s was meant: no limit is to leave the option out",
    (text) => {
      for (const variable of ["TARMAQ_RATE_LIMIT", "TARMAQ_MAX_CONNECTIONS"])
        expect(tried(() => serveWith({ [variable]: text }))).toMatchObject({
          message: "Expected a whole number from 1 to 1000000.",
          at: { place: variable },
        });
    },
  );

  it("are taken within their limits", () => {
    expect(serveWith({ TARMAQ_RATE_LIMIT: "1", TARMAQ_MAX_CONNECTIONS: "1000000" })).toMatchObject({
      rateLimit: 1,
      maxConnections: 1_000_000,
    });
    for (const [variable, text] of [
      ["TARMAQ_PORT", "65536"],
      ["TARMAQ_SESSION_HOURS", "0"],
      ["TARMAQ_RETENTION_DAYS", "0"],
      ["TARMAQ_WORKERS", "65"],
    ] as const)
      expect(tried(() => serveWith({ [variable]: text }))).toBeInstanceOf(Trouble);
  });

  it.each([
    ["TARMAQ_PORT", "80a"],
    // What Kubernetes sets of itself for a service that is called tarmaq.
    ["TARMAQ_PORT", "tcp://10.0.0.7:80"],
    ["TARMAQ_FOUR_EYES", "maybe"],
  ])("are refused by their name: %s=%s", (variable, text) => {
    const told = tried(() => taken([], { [variable]: text }));
    expect(told instanceof Trouble && told.at.place).toBe(variable);
  });
});

it("the guide has the table of the options, as they are", async () => {
  const page = readFileSync(PAGE, "utf8");
  expect(page, "npm run docs:options").toBe(await pageWith(optionsOfServe(), page));
});

it("the guide and its files name no variable that there is not", () => {
  const folder = join(PAGE, "../deploy");
  const texts = [PAGE, ...readdirSync(folder).map((name) => join(folder, name))].map((file) =>
    readFileSync(file, "utf8"),
  );
  const options = optionsOfServe();
  const variables = new Set(["TARMAQ_TOKENS", ...options.map(variableOf)]);
  const said = texts.join("\n").match(/\bTARMAQ_[A-Z_]+/g) ?? [];
  expect(said.length).toBeGreaterThan(options.length);
  expect(said.filter((name) => !variables.has(name))).toEqual([]);
});
