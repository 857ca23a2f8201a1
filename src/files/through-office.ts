import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inOwnFolder } from "./own-folder.ts";

/** What LibreOffice made of a file: a DOCX, or why there is none. */
export type ThroughOffice = Uint8Array | "not-installed" | "failed";

/** It opens an act in a second or two; what takes longer does not come to an end. */
const LONGEST_MS = 60_000;

/**
 * Has a file of another word processor opened by LibreOffice, where the command `soffice` is at hand, and saved as DOCX. It
 * works in a folder and with a profile of its own, is led to no network, and is ended when it takes too long.
 */
export const throughOffice = (
  bytes: Uint8Array,
  ending: string,
  program = "soffice",
): Promise<ThroughOffice> =>
  inOwnFolder(
    async (folder, stopped) => {
      const file = join(folder, `act.${ending}`);
      await writeFile(file, bytes);
      const ended = await run(
        program,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
          ..."--headless --nologo --norestore --nolockcheck --nodefault --convert-to".split(" "),
          "docx:MS Word 2007 XML",
          "--outdir",
          join(folder, "made"),
          file,
        ],
        stopped,
      );
      if (ended !== "done") return ended;
      return await readFile(join(folder, "made", "act.docx")).catch(() => "failed" as const);
    },
    { signals: "left alone" },
  );

/** A port on which nobody listens: pictures that a document wants from elsewhere are not fetched. */
const NOWHERE = "http://127.0.0.1:9";

function run(
  program: string,
  args: readonly string[],
  stopped: AbortSignal,
): Promise<"done" | "not-installed" | "failed"> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: "ignore",
      // The command starts another program; both are ended as one group.
      detached: true,
      env: { ...process.env, http_proxy: NOWHERE, https_proxy: NOWHERE, no_proxy: "" },
    });
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    const clock = setTimeout(end, LONGEST_MS);
    stopped.addEventListener("abort", end);
    const tell = (how: "done" | "not-installed" | "failed"): void => {
      clearTimeout(clock);
      stopped.removeEventListener("abort", end);
      resolve(how);
    };
    child.on("error", (error) => {
      tell("code" in error && error.code === "ENOENT" ? "not-installed" : "failed");
    });
    child.on("exit", (code) => {
      tell(code === 0 ? "done" : "failed");
    });
  });
}
