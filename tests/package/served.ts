import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/**
 * Starts a command that tells on stderr where it listens, does something with its address (`http://127.0.0.1:1234`), and
 * ends it however that went.
 */
export async function whileServing<T>(
  cwd: string,
  command: readonly [program: string, ...args: string[]],
  work: (address: string) => Promise<T>,
): Promise<T> {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  try {
    return await work(await addressOf(child));
  } finally {
    child.kill("SIGTERM");
    await gone;
  }
}

function addressOf(child: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  return new Promise((listening, failed) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/u.exec(said);
      if (found) listening(found[0]);
    });
    child.once("exit", () => {
      failed(new Error(`it did not start: ${said}`));
    });
  });
}

/** Decides on a rule in the workbench as its pages do. */
export async function decide(address: string, act: string, service: number, request: object): Promise<void> {
  const page = await fetch(`${address}/review/`);
  const token = /name="tarmaq-token" content="([^"]*)"/u.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${address}/review/decide`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
      origin: address,
      "x-tarmaq-token": token,
    },
    body: JSON.stringify({ act, service, request }),
  });
  if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
}
