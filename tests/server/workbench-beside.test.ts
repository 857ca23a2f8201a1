import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";

const REQUEST = JSON.stringify({
  service: "kz-mz-2024-99/1",
  channel: "portal",
  submitted: "2025-03-17T10:00",
});
const folder = mkdtempSync(join(tmpdir(), "tarmaq-serve-"));
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  server = spawn(process.execPath, [join(root, "dist/tarmaq.js"), "serve", "--port", "0"], { cwd: folder });
  let told = "";
  url = await new Promise<string>((listening, failed) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const found = /"listening":"([^"]+)"/.exec(told)?.[1];
      if (found !== undefined) listening(found);
    });
    server.once("exit", () => {
      failed(new Error(`it did not listen: ${told}`));
    });
  });
});
afterAll(() => {
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const check = (): Promise<Response> =>
  fetch(`${url}/check`, { method: "POST", headers: { "content-type": "application/json" }, body: REQUEST });

describe("the workbench beside the API", () => {
  it("opens its shelf for the first time while requests are judged as ever", async () => {
    const order: string[] = [];
    const shelf = fetch(`${url}/review/`).then((response) => {
      order.push("shelf");
      return response;
    });
    // Reading the whole corpus takes as long as thousands of these, on a machine however slow.
    for (let number = 0; number < 20; number += 1) {
      expect((await check()).status).toBe(200);
      order.push("check");
    }
    const page = await shelf;
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("kz-mz-2024-99");
    expect(order).toEqual([...Array<string>(20).fill("check"), "shelf"]);
  });

  it("is the same workbench: its headers, its cookie, its page for what is not there, its refusals", async () => {
    const page = await fetch(`${url}/review/desk/kz-mz-2024-99`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("set-cookie")).toContain("HttpOnly");
    expect((await fetch(`${url}/review/desk/no-such-act`)).status).toBe(404);
    const change = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await fetch(`${url}/review/decide`, change)).status).toBe(403);
    const large = { ...change, body: JSON.stringify("x".repeat(300_000)) };
    expect((await fetch(`${url}/review/decide`, large)).status).toBe(413);
    const script = await fetch(`${url}/review/assets/browser.js`);
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await script.text()).length).toBeGreaterThan(1000);
  });

  it("opens acts into the folder it was started in, and takes in no file from whoever may not", async () => {
    const page = await fetch(`${url}/review/`);
    const headers = {
      "content-type": "application/octet-stream",
      origin: url,
      cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
      "x-tarmaq-token": /name="tarmaq-token" content="([^"]*)"/u.exec(await page.text())?.[1] ?? "",
    };
    const body = readFileSync(join(root, "tests/fixtures/heads/144367-rus.md"));
    const open = (name: string, sent: Record<string, string>, file: Uint8Array): Promise<Response> =>
      fetch(`${url}/review/open?name=${name}`, { method: "POST", headers: sent, body: Buffer.from(file) });
    expect((await open("act.md", { ...headers, "x-tarmaq-token": "" }, body)).status).toBe(403);
    // Larger than any other change may be.
    const large = Buffer.concat([
      body,
      Buffer.from(`\n\n${"Услугодатель выдаёт справку.\n\n".repeat(6_000)}`),
    ]);
    const opened = await open("act.md", headers, large);
    expect(await opened.json()).toMatchObject({ ok: true, act: "act" });
    expect(readFileSync(join(folder, "acts/act.md")).length).toBe(large.length);
    expect(await (await fetch(`${url}/review/`)).text()).toContain("desk/act");
  });

  it("ends with the server", async () => {
    server.kill("SIGTERM");
    expect(await once(server, "exit")).toEqual([0, null]);
  });
});
