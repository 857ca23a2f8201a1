import type { Fact } from "../../compile/fact.ts";
import TRUTH from "../../language/truth-words.json" with { type: "json" };
import type { FactValue } from "../../model/condition.ts";
import { folded } from "../../model/fold-name.ts";
import type { FactEntry } from "../../model/vocabulary.ts";
import type { JudgingFact } from "./judging-facts.ts";

/** Place of the value that a log's word for a fact means, from 1; 0 where it means none. */
export function factPlace({ fact, entry }: Pick<JudgingFact, "fact" | "entry">, written: string): number {
  const value = valueOf(fact.type, entry, written);
  return value !== undefined && fact.isUsable(value) ? fact.classOf(value) + 1 : 0;
}

function valueOf(type: Fact["type"], entry: FactEntry | undefined, written: string): FactValue | undefined {
  const text = written.trim();
  switch (type) {
    case "boolean":
      return TRUTHS.get(folded(text));
    case "integer":
    case "number":
      return numberOf(text);
    case "date":
      return dateOf(text);
    case "list":
      return text.split(/[;|]/).map((part) => stringOf(entry, part.trim()));
    case "string":
      return stringOf(entry, text);
    case "any":
      return numberOf(text) ?? TRUTHS.get(folded(text)) ?? text;
  }
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...TRUTH.yes.map((each) => [each, true] as const),
  ...TRUTH.no.map((each) => [each, false] as const),
]);

/** A value by its id, or by what people call it in any language. */
function stringOf(entry: FactEntry | undefined, text: string): string {
  const { values = [] } = entry ?? {};
  const known = values.find(
    ({ value, labels }) =>
      folded(value) === folded(text) ||
      [labels.kk, labels.ru, labels.en].some((label) => folded(label) === folded(text)),
  );
  return known?.value ?? text;
}

/** Blanks part thousands, a comma or a point what is below one. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
function numberOf(text: string): number | undefined {
  const bare = text.replace(/\s/gu, "");
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : undefined;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/;
function dateOf(text: string): string | undefined {
  const iso = ISO.exec(text);
  const dotted = DOTTED.exec(text);
  const [year = "", month = "", day = ""] = iso === null ? (dotted?.slice(1).reverse() ?? []) : iso.slice(1);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined;
}
