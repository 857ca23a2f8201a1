import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { applyRoutes } from "../../src/server/apply/apply.ts";

const samples = join(import.meta.dirname, "../fixtures/check");
const library = openLibrary();
const NOW = Date.UTC(2026, 10, 20, 12);
let now = NOW;
const logged: string[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  const judge = new Judge(library);
  app = await serverApp({
    judge,
    metrics: new Metrics(),
    decisions: undefined,
    now: () => now,
    log: (entry) => logged.push(JSON.stringify(entry)),
  });
  const assets = join(import.meta.dirname, "../../src/web/apply");
  const log = (entry: Readonly<Record<string, unknown>>): number => logged.push(JSON.stringify(entry));
  await app.register(applyRoutes, {
    prefix: "/apply",
    tools: { judge },
    now: () => now,
    log,
    lang: "en",
    assets,
  });
});
afterAll(() => app.close());

const requestsOf = (service: string): Request[] => {
  const folder = join(samples, service.replace("/", "-"));
  return readdirSync(folder).map(
    (name): Request => JSON.parse(readFileSync(join(folder, name, "request.json"), "utf8")) as Request,
  );
};

const send = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    payload,
  });

/** A request as a browser sends the form in which somebody has told it. */
function asForm({ channel, facts = {}, documents }: Request): string {
  const form = new URLSearchParams({ channel });
  for (const [id, value] of Object.entries(facts)) form.set(`fact.${id}`, String(value));
  if (documents === undefined) form.set("papers", "unknown");
  for (const { type, validUntil } of documents ?? []) {
    form.append("document", type);
    if (validUntil !== undefined) form.set(`until.${type}`, validUntil);
  }
  return form.toString();
}

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/gu)].map(([, name = "", value = ""]): [string, string] => [
      name,
      value,
    ]),
  );
const tagsOf = (page: string, name: string): Readonly<Record<string, string>>[] =>
  [...page.matchAll(new RegExp(`<${name}[^>]*>`, "gu"))].map(([tag]) => attributesOf(tag));
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Everything that can be answered has a label, choices stand in groups with a legend, and nothing is answered yet. */
function expectUsable(page: string): void {
  const labels = new Map(
    [...page.matchAll(/<label for="([^"]+)">(.*?)<\/label>/gu)].map(([, id = "", words = ""]) => [id, words]),
  );
  const inputs = tagsOf(page, "input");
  expect(inputs.length).toBeGreaterThan(0);
  for (const { id = "", type, checked, value } of inputs) {
    expect([id, textOf(labels.get(id) ?? "")]).toEqual([id, expect.stringMatching(/\p{L}/u)]);
    expect([id, checked]).toEqual([id, undefined]);
    if (type === "text" || type === "date") expect([id, value]).toEqual([id, ""]);
  }
  const ids = tagsOf(page, "[a-z0-9]+").flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const groups = [...page.matchAll(/<fieldset.*?<\/fieldset>/gu)].map(([group]) => group);
  for (const group of groups) expect(group).toMatch(/<legend>[^<]+<\/legend>/u);
  const grouped = groups.flatMap((group) => tagsOf(group, "input")).map(({ id }) => id);
  const choices = inputs.filter(({ type }) => type === "radio" || type === "checkbox").map(({ id }) => id);
  expect(choices.filter((id) => !grouped.includes(id))).toEqual([]);
  expect(page).not.toMatch(/<script|\son\w+=|javascript:/iu);
}

/** Names in a section with this heading. */
const listed = (page: string, heading: string): string[] => {
  const [, list = ""] = new RegExp(`<h3>${heading}</h3><ul>(.*?)</ul>`, "u").exec(page) ?? [];
  return [...list.matchAll(/<li>(.*?)<\/li>/gu)].map(([, words = ""]) => textOf(words));
};

const services = [...new Set(library.volumes.map(({ book }) => book.id))];

describe.each(services)("the page of %s", (service) => {
  const requests = requestsOf(service).filter(({ findings }) => findings === undefined);

  it("asks with labels and legends, with nothing answered beforehand, in three languages", async () => {
    const [first] = requests;
    now = Date.parse(`${first?.submitted ?? ""}Z`);
    for (const lang of ["kk", "ru", "en"]) {
      const answer = await app.inject(`/apply/${service}?lang=${lang}`);
      expect(answer.statusCode).toBe(200);
      expect(tagsOf(answer.body, "html")[0]?.["lang"]).toBe(lang);
      expectUsable(answer.body);
    }
  });

  it("answers what somebody has told as POST /check does", async () => {
    const { channels } = library.versionsOf(service)[0]?.plan() ?? {};
    const offered = CHANNELS.filter((channel) => channels?.[channel].offered);
    expect(requests.some(({ channel }) => offered.includes(channel))).toBe(true);
    for (const request of requests) {
      const judged = await app.inject({ method: "POST", url: "/check", payload: { ...request } });
      const verdict = judged.json<Verdict>();
      now = Date.parse(verdict.submitted);
      const { body, statusCode } = await send(`/apply/${service}?lang=en`, asForm(request));
      // A way that the service is not given by is none that the page offers.
      if (!offered.includes(request.channel)) {
        expect(statusCode).toBe(422);
        continue;
      }
      expect(statusCode).toBe(200);
      const [, told] = /data-verdict="(\w+)"/u.exec(body) ?? [];
      expect([request, told]).toEqual([request, verdict.verdict]);
      expect(listed(body, "Documents to hand in")).toHaveLength(verdict.missingDocuments.length);
      const due = verdict.deadlines.flatMap((term) =>
        term.judges && term.due !== undefined ? [term.due] : [],
      );
      expect(tagsOf(body, "time").map((time) => time["datetime"])).toEqual(due);
      for (const { cite, quote } of verdict.reasons.filter(({ outcome }) => outcome === "fail"))
        expect(textOf(body)).toContain(quote ?? cite);
    }
  });
});

describe("pages for applicants", () => {
  const page = "/apply/kz-mz-2024-99/1";
  const get = (url: string, headers: Record<string, string> = {}) => {
    now = NOW;
    return app.inject({ url, headers });
  };

  it("list every service by name, with where its page is", async () => {
    const { body, statusCode } = await get("/apply?lang=kk");
    expect(statusCode).toBe(200);
    for (const service of services) expect(body).toContain(`href="/apply/${service}?lang=kk"`);
    expect(textOf(body)).not.toMatch(/kz-/u);
    // Services of several regions are called alike: each is told with its act.
    const told = [...body.matchAll(/<li>.*?<\/li>/gu)].map(([item]) => textOf(item));
    expect(told).toHaveLength(services.length);
    expect(new Set(told).size).toBe(told.length);
  });

  it("leave nothing behind: no cookie, no copy in a cache, no script, no word of what was sent in the log", async () => {
    now = NOW;
    logged.length = 0;
    const sent = await send(`${page}?lang=ru`, "channel=provider&fact.applicant.personType=legal-person");
    for (const { headers } of [await get("/apply"), await get(page), sent]) {
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["content-security-policy"]).toContain("default-src 'none'; style-src 'self'");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
    expect(logged).toHaveLength(3);
    expect(logged.join("\n")).not.toMatch(/person|2024/u);
  });

  it("say what is wrong at its field, with a link to it, and keep what was answered", async () => {
    now = NOW;
    const told = "fact.applicant.attachedToProvider=true&document=identity-card&until.identity-card=soon";
    const { body, statusCode } = await send(`${page}?lang=en`, told);
    expect(statusCode).toBe(422);
    expect(body).not.toContain("data-verdict");
    const [, summary = ""] = /role="alert"[^>]*>(.*?)<\/section>/u.exec(body) ?? [];
    const places = tagsOf(summary, "a").map(({ href = "" }) => href.slice(1));
    expect(places).toHaveLength(2);
    const inputs = tagsOf(body, "input");
    const at = places.map((id) => inputs.find((input) => input["id"] === id));
    expect(at.map((input) => input?.["name"])).toEqual(["channel", "until.identity-card"]);
    expect(at[1]).toMatchObject({ value: "soon", "aria-invalid": "true" });
    expect(body).toContain(`id="${at[1]?.["aria-describedby"] ?? ""}"`);
    const kept = inputs
      .filter(({ checked }) => checked !== undefined)
      .map(({ name, value }) => [name, value]);
    expect(kept).toEqual([
      ["fact.applicant.attachedToProvider", "true"],
      ["document", "identity-card"],
    ]);
  });

  it.each([
    ["no such channel", "channel=pigeon"],
    ["a channel that the service has not", "channel=post"],
    ["no such answer", "channel=provider&fact.applicant.personType=cat"],
    ["a day that there is not", "channel=provider&document=identity-card&until.identity-card=2025-02-30"],
    ["a day of a paper that is not there", "channel=provider&until.identity-card=2030-01-01"],
    ["papers of which nobody knows", "channel=provider&document=identity-card&papers=unknown"],
  ])("give no verdict by %s", async (_, body) => {
    now = NOW;
    const answer = await send(page, body);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/class="fault"/u);
  });

  it("mark the answers that would decide", async () => {
    now = NOW;
    const { body } = await send(page, "channel=provider&papers=unknown");
    expect(body).toContain('data-verdict="undetermined"');
    const wanted = [
      ...body.matchAll(/<(?:fieldset|div)[^>]*aria-describedby="[^"]*-wanted"[^>]*>.*?name="([^"]+)"/gu),
    ];
    expect(wanted.map(([, name]) => name)).toContain("fact.applicant.attachedToProvider");
  });

  it("show what was sent as it was sent, as text", async () => {
    now = NOW;
    const { body } = await send(
      page,
      `document=identity-card&until.identity-card=${encodeURIComponent('"><b>x')}`,
    );
    expect(body).not.toContain("<b>x");
    expect(body).toContain("&quot;>&lt;b>x");
  });

  it("are in the language of the address, else of the browser, else of the server", async () => {
    const langOf = async (url: string, accepted?: string): Promise<string | undefined> =>
      tagsOf(
        (await get(url, accepted === undefined ? {} : { "accept-language": accepted })).body,
        "html",
      )[0]?.["lang"];
    expect(await langOf("/apply?lang=kk", "ru")).toBe("kk");
    expect(await langOf(page, "de-DE, en;q=0.4, ru-KZ;q=0.8")).toBe("ru");
    expect(await langOf(page, "de, kk;q=0")).toBe("en");
    expect(await langOf(`${page}?lang=xx`)).toBe("en");
  });

  it("say that there is no such service, and where all are", async () => {
    const { body, statusCode } = await get("/apply/kz-mz-2024-99/77?lang=en");
    expect(statusCode).toBe(404);
    expect(textOf(body)).toContain("There is no such service here");
    expect(body).toContain('href="/apply?lang=en"');
  });

  it("say to a person, in their language, that an address is asked for in a way that it does not take", async () => {
    const language = { "accept-language": "kk" };
    for (const [url, allow] of [
      ["/apply/", "GET, HEAD"],
      ["/apply/kz-mz-2024-99/1", "GET, HEAD, POST"],
      ["/apply/kz-mz-2024-99%2F1", "GET, HEAD, POST"],
      ["/apply/assets/apply.css", "GET, HEAD"],
    ] as const)
      for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS"] as const) {
        const answer = await app.inject({ method, url, headers: language });
        expect([method, url, answer.statusCode]).toEqual([method, url, 405]);
        expect(answer.headers["content-type"]).toContain("text/html");
        expect(answer.headers.allow).toBe(allow);
        expect(textOf(answer.body)).toContain("Бұл бетке олай жүгінуге болмайды");
      }
    const unknown = await app.inject({ method: "GET", url: "/apply/a/b/c?lang=ru" });
    expect(unknown.statusCode).toBe(404);
    expect(textOf(unknown.body)).toContain("Такой страницы нет");
  });

  it("say to a person that a fault is ours, and to the log where it arose, without a word of what was sent", async () => {
    const entries: string[] = [];
    const broken = Fastify();
    await broken.register(applyRoutes, {
      prefix: "/apply",
      tools: {
        get judge(): Judge {
          throw new TypeError("Aigul Serikova");
        },
      },
      now: () => now,
      log: (entry) => entries.push(JSON.stringify(entry)),
      lang: "en",
      assets: "",
    });
    for (const [lang, words] of [
      ["kk", "Бізде ақау шықты"],
      ["ru", "У нас произошла ошибка"],
      ["en", "Something went wrong on our side"],
    ]) {
      const answer = await broken.inject(`/apply/kz-mz-2024-99/1?lang=${lang ?? ""}`);
      expect(answer.statusCode).toBe(500);
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(textOf(answer.body)).toContain(words);
    }
    await broken.close();
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatch(/"fault":"TypeError","where":"at .+"/u);
    expect(entries.join()).not.toContain("Serikova");
  });

  it("say how to ask for a day on which a service had rules", async () => {
    const { body, statusCode } = await get(`${page}?at=1999-12-31&lang=ru`);
    expect(statusCode).toBe(404);
    expect(textOf(body)).toContain("31.12.1999");
    expect(tagsOf(body, "input").map(({ name, type }) => [name, type])).toContainEqual(["at", "date"]);
    const [asked] = tagsOf(body, "a").flatMap(({ href = "" }) => (href.includes("?at=") ? [href] : []));
    const there = await get(asked?.replaceAll("&amp;", "&") ?? "");
    expect(there.statusCode).toBe(200);
    // Its answers go by the same day, in whichever language.
    const day = /at=([\d-]+)/u.exec(asked ?? "")?.[1] ?? "";
    expect(tagsOf(there.body, "form")[0]?.["action"]).toBe(`${page}?at=${day}&amp;lang=ru`);
    expect((await send(`${page}?at=${day}&lang=en`, "channel=provider")).body).toContain(
      `by the rules of ${day.split("-").reverse().join(".")}`,
    );
  });

  it("say that a day in the address is none", async () => {
    expect((await get(`${page}?at=2025-02-30`)).statusCode).toBe(400);
  });

  it.each([
    ["bytes that are no UTF-8", Buffer.from([0x61, 0x3d, 0xff]), {}, 400],
    ["escapes that are no UTF-8", "channel=%FF", {}, 400],
    ["a field that is there twice", "channel=provider&channel=portal", {}, 400],
    ["more bytes than a form has", `a=${"x".repeat(65_536)}`, {}, 413],
    ["more fields than a form has", "a&".repeat(2000), {}, 413],
    ["another type", "{}", { "content-type": "application/json" }, 415],
    ["what is packed", "channel=provider", { "content-encoding": "gzip" }, 415],
  ])("refuse %s, with a page", async (_, body, headers, status) => {
    now = NOW;
    const answer = await send(page, body, headers);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  it("say with a page that somebody asks too often", async () => {
    const judge = new Judge(library);
    const metrics = new Metrics();
    const limited = {
      judge,
      metrics,
      decisions: undefined,
      now: () => NOW,
      log: () => undefined,
      perMinute: 1,
    };
    const strict = await serverApp(limited);
    await strict.register(applyRoutes, {
      prefix: "/apply",
      tools: { judge },
      now: () => NOW,
      log: () => undefined,
      lang: "en",
      assets: "",
    });
    expect((await strict.inject("/apply")).statusCode).toBe(200);
    const answer = await strict.inject("/apply");
    expect(answer.statusCode).toBe(429);
    expect(answer.headers["retry-after"]).toBeDefined();
    expect(textOf(answer.body)).toContain("Too many requests: ask again in a minute");
    await strict.close();
  });

  it("are not there unless they are asked for", async () => {
    const plain = await serverApp({
      judge: new Judge(library),
      metrics: new Metrics(),
      decisions: undefined,
      now: () => NOW,
      log: () => undefined,
    });
    expect((await plain.inject("/apply")).statusCode).toBe(404);
    await plain.close();
  });
});
