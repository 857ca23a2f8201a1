import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import { judgingConditions } from "../check/meaning.ts";
import { seeded } from "../fuzz/mutate.ts";
import { Filler, strictAjv, type FormSchema } from "./form-instances.ts";
import {
  domainsOf,
  expectRead,
  expectToMatter,
  formOf,
  lackingWithout,
  neededBy,
  rendering,
  sorted,
} from "./form-properties.ts";

const library = openLibrary();

describe.each(library.volumes.map((volume) => [volume.book.id, volume] as const))(
  "the form of %s",
  (_, volume) => {
    const plan = volume.plan();
    const { vocabulary } = library;
    const form = formOf(plan, vocabulary);
    const passes = strictAjv().compile(form);
    const offered = CHANNELS.filter((channel) => plan.channels[channel].offered);
    const domains = domainsOf(
      offered.flatMap((channel) => judgingConditions(volume.book, channel)),
      vocabulary,
    );

    it("offers the channels of the service and no other", () => {
      const { channel } = form.properties as Record<string, FormSchema>;
      expect(channel?.oneOf?.map((option) => option.const)).toEqual(["", ...offered]);
    });

    it("is one that renderers show whole, with nothing answered beforehand and nothing asked that nobody has to tell", () => {
      expect(Object.keys(form.properties ?? {})).toEqual(["channel", "facts", "documents"]);
      const walk = (part: FormSchema): void => {
        // A renderer that knows no combinations shows nothing else of a schema that has one beside its fields.
        if (part.properties !== undefined) expect(part).not.toHaveProperty("allOf");
        expect(part).not.toHaveProperty("default");
        // The first of several `const` is taken for the answer: it is none.
        if (part.oneOf !== undefined) expect(part.oneOf[0]?.const).toBe("");
        for (const inner of Object.values(part.properties ?? {})) if (typeof inner === "object") walk(inner);
        if (part.items !== undefined) walk(part.items);
      };
      walk(form);
      const { facts } = form.properties as Record<string, FormSchema>;
      for (const [id, question] of Object.entries(facts?.properties ?? {})) {
        const { title, description } = question as FormSchema;
        expect([id, title]).toEqual([id, expect.stringMatching(/\?$/)]);
        expect([id, description]).toEqual([id, expect.stringContaining("Негізі: ")]);
      }
    });

    it("names everything in three languages, nothing by an id", () => {
      const ids = new Set([
        ...plan.facts.map(({ id }) => id),
        ...plan.documents.map(({ id }) => id),
        plan.book.id,
      ]);
      for (const language of ["kk", "ru", "en"] as const) {
        const walk = (part: unknown): void => {
          if (typeof part !== "object" || part === null) return;
          const { title, description, ...rest } = part as Record<string, unknown>;
          for (const [words, all] of [
            [title, "x-labels"],
            [description, "x-descriptions"],
          ] as const)
            if (typeof words === "string") {
              expect((rest[all] as Record<string, string>)[language]).toBe(words);
              expect(words).not.toBe("");
              expect([...ids].filter((id) => words.includes(id) && id.includes("."))).toEqual([]);
              expect(ids.has(words)).toBe(false);
            }
          for (const [key, inner] of Object.entries(part)) if (!key.startsWith("x-")) walk(inner);
        };
        walk(formOf(plan, vocabulary, language));
      }
    });

    it("passes whoever answers all that is asked; check reads that and leaves no fact of theirs unknown", () => {
      fc.assert(
        fc.property(fc.nat(), fc.boolean(), (seed, stale) => {
          const random = seeded(seed);
          const request = new Filler(form, rendering, random).fill(stale) as unknown as Request;
          expect(passes(request) ? [] : passes.errors).toEqual([]);
          expectRead(plan, vocabulary, request, random);
        }),
        { numRuns: 40 },
      );
    });

    it("passes nothing less: an instance with something changed is read as well, or not passed", () => {
      fc.assert(
        fc.property(fc.nat(), fc.jsonValue(), (seed, thing) => {
          const random = seeded(seed);
          const request = new Filler(form, rendering, random).fill(true) as Record<string, unknown>;
          const facts = request["facts"] as Record<string, unknown>;
          const key = [...Object.keys(facts), "other"][Math.floor(random() * 9)] ?? "other";
          const changed = [
            { ...request, facts: { ...facts, [key]: thing } },
            { ...request, facts: Object.fromEntries(Object.entries(facts).filter(([id]) => id !== key)) },
            { ...request, documents: [...(request["documents"] as unknown[]), thing] },
            { ...request, documents: [{ type: plan.documents[0]?.id, validUntil: thing }] },
            {
              ...request,
              [["channel", "submitted", "service", "zone"][Math.floor(random() * 4)] ?? ""]: thing,
            },
          ];
          const { service, submitted } = request;
          for (const each of changed.map((one) => JSON.parse(JSON.stringify(one)) as Record<string, unknown>))
            if (passes(each))
              expectRead(plan, vocabulary, { service, submitted, ...each } as unknown as Request, random);
        }),
        { numRuns: 40 },
      );
    });

    it("asks for no fact that could not matter, and says which documents the answers make necessary", () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const request = new Filler(form, rendering, seeded(seed)).fill() as unknown as Request;
          const conditions = judgingConditions(volume.book, request.channel);
          expectToMatter(form, conditions, domains, request, false);
          expectToMatter(form, conditions, domains, request, true);
          expect(sorted(neededBy(form, request) ?? [["none"]])).toEqual(lackingWithout(plan, request));
        }),
        { numRuns: 25 },
      );
    });
  },
);
