import type { Io } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { runProgram } from "./program.ts";

/** Runs `tarmaq` with these arguments and gives its exit status. */
export const tarmaq = (argv: readonly string[], io: Io): Promise<number> => runProgram(argv, io, COMMANDS);
