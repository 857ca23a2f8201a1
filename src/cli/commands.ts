import type { CommandFile } from "./command.ts";

/** Every command, in the order of `--help`. To add one is to add a file and a line here. */
export const COMMANDS: readonly {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandFile>;
}[] = [];
