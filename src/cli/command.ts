import type { Command } from "commander";

/** What a command may touch of the world outside; tests hand in their own. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The wall clock, as an instant in milliseconds; nothing below `cli/` and `server/` asks for the time. */
  readonly now: () => number;
}

/** A command as it stands in a list: its file is loaded when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandFile>;
}

/**
 * One command of `tarmaq`: adds its arguments, options, an example and its action to `command`. The action returns the
 * exit status: 0 nothing wrong, 1 findings; it throws `Trouble` where it could not do its work.
 */
export interface CommandFile {
  readonly configure: (command: Command, io: Io, end: (status: number) => void) => void;
}
