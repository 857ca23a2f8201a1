import { Option, type Command } from "commander";
import { engineRules } from "../compile/json-rules-engine.ts";
import type { Io } from "./command.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { openLibrary } from "../library/open-library.ts";
import { namedDay } from "../library/named-day.ts";
import { today } from "./today.ts";

interface Options {
  readonly rules?: string[];
  readonly at?: string;
}

/** Adds `rules export`: the judging rules of a service in a form that other engines run. */
export function addExport(rules: Command, io: Io, end: (status: number) => void): void {
  rules
    .command("export")
    .description("gives a service's judging rules in a form that plain json-rules-engine runs")
    .argument("<service>", "id of the service, for example kz-mz-2024-99/1")
    .option(
      "--rules <path...>",
      "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
    )
    .option("--at <day>", "by the version in force on this day, YYYY-MM-DD (default: today's, or the latest)")
    .addOption(
      new Option("--format <format>", "form of the rules")
        .choices(["json-rules-engine"])
        .default("json-rules-engine"),
    )
    .addHelpText(
      "after",
      "\nExample: tarmaq rules export kz-mz-2024-99/1 --format json-rules-engine > rules.json",
    )
    .action((service: string, { rules: paths, at }: Options) => {
      const library = openLibrary({ rules: paths ?? rulebooksAtHand(io.cwd), service });
      const day = at === undefined ? undefined : namedDay(at, "--at");
      const plan = library.volumeFor(service, day, today(io)).plan();
      io.stdout.write(`${JSON.stringify(engineRules(plan.book), undefined, 2)}\n`);
      end(0);
    });
}
