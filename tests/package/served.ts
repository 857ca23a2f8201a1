import { spawn } from "node:child_process";
import { once } from "node:events";

/** A command of the installed package that serves until it is ended. */
export interface Served {
  /** Of the API, `http://127.0.0.1:1234`. */
  readonly address: string;
  readonly end: () => Promise<void>;
}

/** Starts a command that tells on stderr where it listens. */
export async function serve(cwd: string, program: string, ...args: string[]): Promise<Served> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  const address = await new Promise<string>((listening, failed) => {
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
  return {
    address,
    end: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
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
