import { Writable } from "node:stream";
import { tarmaq } from "../src/cli/tarmaq.ts";
import type { Io } from "../src/cli/command.ts";

/** What a command printed, and its exit status. */
export interface Told {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command within this process, in a folder; without an environment, and at the beginning of 1970. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  { env = {}, now = () => 0 }: Partial<Pick<Io, "env" | "now">> = {},
): Promise<Told> {
  const told = { out: "", err: "" };
  const into = (which: "out" | "err"): Writable =>
    new Writable({
      write(piece: Buffer, _encoding, done) {
        told[which] += piece.toString();
        done();
      },
    });
  const status = await tarmaq(argv, { stdout: into("out"), stderr: into("err"), env, cwd, now });
  return { status, ...told };
}
