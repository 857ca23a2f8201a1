import { Command, CommanderError } from "commander";
import type { CommandEntry, Io } from "./command.ts";
import { Trouble } from "../model/trouble.ts";
import about from "../../package.json" with { type: "json" };

/** Runs one of some commands with these arguments and gives its exit status. Loads the one that is asked for. */
export async function runProgram(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandEntry[],
): Promise<number> {
  const program = new Command("tarmaq")
    .description("Reads public-service regulations, turns them into rules with citations, and applies them.")
    .version(about.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  let status = 0;
  for (const { name, summary, load } of commands) {
    const command = program.command(name).summary(summary).description(summary);
    command.exitOverride().copyInheritedSettings(program);
    if (argv[0] === name)
      (await load()).configure(command, io, (end) => {
        status = end;
      });
    else command.allowUnknownOption().allowExcessArguments();
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    return explain(error, io);
  }
}

function explain(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Trouble) {
    const where = [error.at.file, error.at.place].filter((part) => part !== undefined).join(": ");
    io.stderr.write(`tarmaq: ${where === "" ? "" : `${where}: `}${error.message}\n  ${error.at.wayOut}\n`);
    return 2;
  }
  if (isBrokenPipe(error)) return 0;
  const what = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `tarmaq: a fault of ours: ${what}\n  Please report it, with the command and the file. TARMAQ_TRACE=1 shows where.\n`,
  );
  if (io.env["TARMAQ_TRACE"] !== undefined && error instanceof Error)
    io.stderr.write(`${error.stack ?? ""}\n`);
  return 2;
}

const isBrokenPipe = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "EPIPE";
