import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { CommandFile, Io } from "./command.ts";
import { root } from "./root.ts";
import { buildBooks } from "./rules-build.ts";
import { addExport } from "./rules-export.ts";

const EXAMPLES = `
Examples:
  tarmaq rules build corpus/002_b0c7419236df1d07.txt --service 1   writes rules/kz-mz-2024-99/1/2024-11-27.json
  tarmaq rules build corpus/*.txt --check                          says which rulebooks are not what their decisions say
`;

export const command: CommandFile = {
  configure(command: Command, io: Io, end) {
    command.addHelpText("after", EXAMPLES);
    addExport(command, io, end);
    command
      .command("build")
      .description("derives rulebooks from candidates and decisions, and from nothing else")
      .argument("<files...>", "acts whose services have been reviewed")
      .option("--service <number>", "only this service")
      .option("--rules <folder>", "where decisions and rulebooks are kept", join(root, "rules"))
      .option(
        "--check",
        "write nothing; status 1 where a rulebook is not, byte for byte, what its decisions say",
      )
      .action(async (files: string[], options: { service?: string; rules: string; check?: true }) => {
        const paths = files.map((file) => resolve(io.cwd, file));
        end(await buildBooks(paths, { ...options, rules: resolve(io.cwd, options.rules) }, io));
      });
  },
};
