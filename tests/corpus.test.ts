import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";

const folder = new URL("../corpus/", import.meta.url);
const schema = JSON.parse(
  readFileSync(new URL("../schemas/about.schema.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const isAbout = ajv.compile<{ file: string; sha256: string; id: string }>(schema);

const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe("the corpus", () => {
  it("has the five texts", () => {
    expect(texts).toHaveLength(5);
  });

  it("has one about.json for each text and none besides", () => {
    const abouts = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(abouts.sort()).toEqual(texts.map((name) => name.replace(".txt", ".about.json")).sort());
  });

  it.each(texts)("%s is as received and described", (name) => {
    const about: unknown = JSON.parse(
      readFileSync(new URL(name.replace(".txt", ".about.json"), folder), "utf8"),
    );
    expect(isAbout(about), JSON.stringify(isAbout.errors)).toBe(true);
    if (!isAbout(about)) return;
    expect(about.file).toBe(name);
    const sha256 = createHash("sha256")
      .update(readFileSync(new URL(name, folder)))
      .digest("hex");
    expect(about.sha256).toBe(sha256);
  });
});
