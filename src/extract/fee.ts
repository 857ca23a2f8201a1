import type { Grammar } from "../language/grammar.ts";
import { LIKELY, SURE, wholeOf, type Extractor, type Fields, type Reading } from "./extractor.ts";
import { numberAt } from "./number.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** What the applicant pays: nothing, or an amount. */
export const fee: Extractor<"fee"> = {
  id: "fee",
  read: (statement, grammar) => {
    const asRow = statement.topic === "fee";
    if (!asRow && !(has(statement, "is-rendered") && has(statement, "service-given"))) return [];
    return feesIn(statement, grammar).map((fields): Reading<"fee"> => {
      return { fields, words: wholeOf(statement), confidence: asRow || fields.free === true ? SURE : LIKELY };
    });
  },
  examples: [
    { in: "kk", topic: "fee", text: "Тегін", gives: [{ free: true }] },
    { in: "kk", text: "Мемлекеттік қызмет жеке тұлғаларға ақысыз көрсетіледі", gives: [{ free: true }] },
    {
      in: "kk",
      topic: "fee",
      text: "Ақылы, 2500 теңге",
      gives: [{ free: false, amount: 2500, currency: "теңге" }],
    },
    { in: "kk", text: "Дәрігерді тегін ауыстыруға болады", gives: [] },
  ],
};

function feesIn(statement: Statement, grammar: Grammar): Fields<"fee">[] {
  const free = has(statement, "free") ? [{ kind: "fee", free: true } as const] : [];
  const amount = amountIn(statement, grammar);
  if (amount !== undefined) return [...free, { kind: "fee", free: false, ...amount }];
  return has(statement, "paid") ? [...free, { kind: "fee", free: false }] : free;
}

function amountIn(statement: Statement, grammar: Grammar): { amount: number; currency: string } | undefined {
  for (const mark of marksFor(statement, "fee-amount")) {
    for (let from = 0; from < mark.from; from += 1) {
      const number = numberAt(statement.words, from, grammar);
      const currency = statement.words[mark.from]?.text;
      if (number?.to === mark.from && currency !== undefined) return { amount: number.value, currency };
    }
  }
  return undefined;
}
