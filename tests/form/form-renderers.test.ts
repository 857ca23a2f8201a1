import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import type { FormSchema as Form } from "../../src/form/form-parts.ts";
import { jsonEditorForm } from "../../src/form/json-editor-form.ts";
import { jsonFormsForm } from "../../src/form/json-forms.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { seeded } from "../fuzz/mutate.ts";
import { Filler, type FormSchema } from "./form-instances.ts";
import { formOf, rendering } from "./form-properties.ts";

const library = openLibrary();

interface Element {
  readonly type: string;
  readonly scope?: string;
  readonly text?: string;
  readonly elements?: readonly Element[];
  readonly rule?: { readonly condition: { readonly schema: object } };
}

const elementsIn = (element: Element): readonly Element[] => [
  element,
  ...(element.elements ?? []).flatMap(elementsIn),
];

/** Every schema of a field in a schema. */
const fieldsIn = (schema: FormSchema): readonly FormSchema[] => [
  schema,
  ...Object.values(schema.properties ?? {}).flatMap((inner) =>
    typeof inner === "object" ? fieldsIn(inner) : [],
  ),
  ...(schema.items === undefined ? [] : fieldsIn(schema.items)),
];

/** A request as the page of JSON Forms has it: names with colons, and texts for "yes" and "no". */
const asJsonForms = ({ channel, facts = {}, documents = [] }: Request): object => ({
  channel,
  documents,
  facts: Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [
      id.replaceAll(".", ":"),
      typeof value === "boolean" ? String(value) : value,
    ]),
  ),
});

describe.each(library.volumes.map((volume) => [volume.book.id, volume] as const))(
  "the form of %s for other renderers",
  (_, volume) => {
    const schema = formOf(volume.plan(), library.vocabulary);
    const form = schema as unknown as Form;
    const ids = Object.keys(form.properties.facts.properties);
    const { schema: plain, uischema, data } = jsonFormsForm(form);
    const elements = elementsIn(uischema as unknown as Element);
    const controls = elements.filter(({ type }) => type === "Control");
    const ajv = new Ajv({ strict: false });

    it("asks in JSON Forms the same questions, by names that are no paths, each one plain field and none answered", () => {
      expect(controls.map(({ scope }) => scope)).toEqual(
        [
          "channel",
          ...ids.map((id) => `facts/properties/${id.replaceAll(".", ":")}`),
          ...(form.properties.documents.items.properties === undefined ? [] : ["documents"]),
        ].map((path) => `#/properties/${path}`),
      );
      expect(data).toEqual({ facts: {}, documents: [] });
      for (const field of fieldsIn(plain)) {
        expect(typeof field.type).toBe("string");
        for (const key of ["default", "allOf", "if", "$schema", "anyOf"])
          expect(field).not.toHaveProperty(key);
        for (const option of field.oneOf ?? []) expect(option.const).toEqual(expect.stringMatching(/./u));
        for (const name of Object.keys(field.properties ?? {})) expect(name).not.toContain(".");
      }
    });

    it("shows in JSON Forms a question where the form asks it, and of the papers what the form says", () => {
      const isShown = elements.map(({ rule }) =>
        rule === undefined ? () => true : ajv.compile(rule.condition.schema),
      );
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const request = new Filler(schema, rendering, seeded(seed)).fill() as unknown as Request;
          const shown = elements.filter((_, place) => isShown[place]?.(asJsonForms(request)));
          const { facts } = schema.properties as Record<string, FormSchema>;
          const applying = rendering.fields([schema], request);
          const asked = new Set(rendering.required(applying.get("facts") ?? [facts ?? {}], request.facts));
          for (const id of ids) {
            const { rule } =
              controls.find(({ scope }) => scope?.endsWith(`/${id.replaceAll(".", ":")}`)) ?? {};
            const isThere = shown.some(({ scope }) => scope?.endsWith(`/${id.replaceAll(".", ":")}`));
            if (rule !== undefined || asked.has(id)) expect([id, isThere]).toEqual([id, asked.has(id)]);
          }
          const said = (applying.get("documents") ?? []).flatMap(({ description }) => description ?? []);
          expect(shown.filter(({ type }) => type === "Label").map(({ text }) => text)).toEqual(said);
        }),
        { numRuns: 10 },
      );
    });

    it("asks in json-editor the same questions, with no way to choose among schemas, and answers none itself", () => {
      const one = jsonEditorForm(form) as FormSchema;
      const { facts } = one.properties as Record<string, FormSchema & { readonly required?: unknown }>;
      expect(Object.keys(facts?.properties ?? {})).toEqual(ids);
      expect(facts).not.toHaveProperty("required");
      for (const field of fieldsIn(one) as readonly (FormSchema & { readonly enum?: readonly unknown[] })[]) {
        expect(typeof field.type).toBe("string");
        for (const key of ["oneOf", "anyOf", "allOf", "if", "not", "const"])
          expect(field).not.toHaveProperty(key);
        if (field.enum !== undefined) expect(field.enum[0]).toBe("");
        // What it takes for given where nothing is said: false and 0.
        if (field.type === "boolean") expect(field.default).toBe("undefined");
        if (field.type === "integer" || field.type === "number") expect(field.default).toBe("");
      }
      const questions = Object.values(facts?.properties ?? {}) as FormSchema[];
      for (const { title, description } of questions) {
        expect(title).toMatch(/\?$/u);
        expect(description).toContain("Негізі: ");
      }
    });
  },
);
