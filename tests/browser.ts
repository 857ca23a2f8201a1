import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";

/** A program that shows pages, and what its process needs to be told. */
interface Program {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser of all tests and benches: the one that `CHROMIUM` names (`CHROMIUM=npm`: the one from npm), else one that
 * is installed, else the one from npm. There always is one: what nobody has looked at in a browser is not tested.
 */
export async function startBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    ...program(),
    args: [
      "--headless",
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Unpacks the browser from npm where no other is there, so that workers that start at once need not. */
export function prepareBrowser(): void {
  program();
}

function program(): Program {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "npm") {
    if (existsSync(named)) return { executablePath: named };
    throw new Error(`CHROMIUM=${named}: there is no such file; without CHROMIUM the tests find a browser`);
  }
  const installed = named === "npm" ? undefined : INSTALLED.find((path) => existsSync(path));
  return installed === undefined ? fromNpm() : { executablePath: installed };
}

/** The browser in the package @sparticuz/chromium, unpacked once beside the package with all libraries that it needs. */
function fromNpm(): Program {
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const folder = unpacked(resolve(main, "../../.."));
  return {
    executablePath: join(folder, "chromium"),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_PATH: folder,
      HOME: folder,
    },
  };
}

function unpacked(from: string): string {
  const { version } = createRequire(import.meta.url)(join(from, "package.json")) as { version: string };
  const cache = resolve(from, "../../.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "unpacking-"));
  try {
    unpack(from, making);
    // The package's own list of fonts names a folder of /tmp.
    writeFileSync(
      join(making, "fonts.conf"),
      `<fontconfig><dir prefix="relative">fonts</dir><cachedir>${folder}/fonts-seen</cachedir></fontconfig>`,
    );
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks to the temporary folder, and its libraries only where it believes to run in a cloud. */
function unpack(from: string, into: string): void {
  const program = pathToFileURL(join(from, "build/esm/index.js")).href;
  execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `await (await import("${program}")).default.executablePath();`],
    { env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" } },
  );
}
