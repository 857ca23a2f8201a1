import type { FastifyInstance } from "fastify";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workbenchApp } from "../../src/server/workbench/workbench-app.ts";

const ACT = "draft";
const folder = mkdtempSync(join(tmpdir(), "tarmaq-renewed-"));
let app: FastifyInstance;

beforeAll(async () => {
  app = await workbenchApp({
    acts: { folders: [], files: [join(import.meta.dirname, "../fixtures/documents/draft.docx")] },
    kept: folder,
    cwd: folder,
    rules: { folder },
    reviewers: { is: "local", name: "Aigul" },
    lang: "en",
    assets: folder,
    now: () => Date.parse("2026-11-24T10:00:00+05:00"),
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** What the cards of a page say of where their words stand in the file, by the rule or unread place. */
const placesIn = (page: string): Map<string, string> =>
  new Map(
    page
      .split('<li class="card ')
      .slice(1)
      .map((card): [string, string] => [
        /data-(?:rule|place)="([^"]+)"/u.exec(card)?.[1] ?? "",
        /data-do="text">([^<]*)</u.exec(card)?.[1] ?? "",
      ]),
  );

it("a card of a document that is renewed after a decision says where its words stand, as before", async () => {
  const desk = await app.inject({ url: `/review/desk/${ACT}`, headers: { host: "localhost" } });
  const before = placesIn(desk.body);
  const [rule = "", place = ""] = [...before].find(([name]) => name.includes("/deadline/")) ?? [];
  // The term stands in the last row of the document's only table, below a row that is merged with the one above it.
  expect(place).toBe("table 1, row 4, cell 3");
  const decided = await app.inject({
    method: "POST",
    url: "/review/decide",
    headers: {
      host: "localhost",
      origin: "http://localhost",
      cookie: String(desk.headers["set-cookie"]).split(";")[0] ?? "",
      "x-tarmaq-token": /name="tarmaq-token" content="([^"]*)"/u.exec(desk.body)?.[1] ?? "",
    },
    payload: { act: ACT, service: Number(/\/(\d+)\//u.exec(rule)?.[1]), request: { action: "accept", rule } },
  });
  const { ok, state, html } = decided.json<{ ok: boolean; state: string; html: string }>();
  expect([ok, state]).toEqual([true, "accepted"]);
  expect([...placesIn(html)]).toEqual([[rule, place]]);
});
