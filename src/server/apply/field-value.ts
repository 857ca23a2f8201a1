import type { FactValue } from "../../model/condition.ts";
import type { Language } from "../../model/language.ts";
import { apply } from "../../web/apply/apply-word.ts";
import { AT_PARAMETER } from "../api/parameters.ts";
import { type FieldSchema, offered } from "../../form/form-parts.ts";

/** What an answer comes to: a value, nothing where there is no answer, or what is wrong with it. */
export type Read = { readonly value?: FactValue } | { readonly fault: string };

const LONGEST = 10_000;
/** Decimal comma or point; more digits than a double holds are no number that anybody means. */
const NUMBER = /^-?\d{1,12}(?:[.,]\d{1,6})?$/;

/** A day as browsers send it, and as addresses have it. */
export const DAY = new RegExp(AT_PARAMETER.pattern, "u");

/** Reads the answer to a question, as its schema has it. */
export function readField(schema: FieldSchema, answer: string | undefined, lang: Language): Read {
  const text = answer?.trim() ?? "";
  if (text === "") return {};
  if (schema.oneOf !== undefined) {
    const chosen = offered(schema).find((option) => String(option.const) === text);
    return chosen === undefined ? { fault: apply("fault.notOffered", lang) } : { value: chosen.const };
  }
  if (text.length > LONGEST) return { fault: apply("fault.long", lang) };
  if (schema.type === "integer" || schema.type === "number") return readNumber(schema, text, lang);
  if (schema.format === "date") return DAY.test(text) ? { value: text } : { fault: apply("fault.day", lang) };
  if (schema.type === "array") return { value: linesIn(text) };
  return { value: text };
}

function readNumber({ type, minimum, maximum }: FieldSchema, text: string, lang: Language): Read {
  if (!NUMBER.test(text)) return { fault: apply("fault.number", lang) };
  const value = Number(text.replace(",", "."));
  if (type === "integer" && !Number.isInteger(value)) return { fault: apply("fault.whole", lang) };
  if (minimum !== undefined && value < minimum) return { fault: apply("fault.least", lang, minimum) };
  if (maximum !== undefined && value > maximum) return { fault: apply("fault.most", lang, maximum) };
  return { value };
}

const linesIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
