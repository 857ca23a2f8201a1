import type { KitCase, KitExpected, KitMatter } from "../model/kit.ts";
import type { Rule } from "../model/rule.ts";
import type { Asked, Told } from "./told.ts";

/** A case before it has a number. */
export type Draft = Omit<KitCase, "case">;

/** The clause that a case tests, as the case cites it. */
export const citedBy = ({
  id,
  cite,
  source,
  quote = source?.quote,
}: Rule): Pick<KitCase, "rule" | "cite" | "quote"> => ({
  rule: id,
  cite,
  ...(quote === undefined ? {} : { quote }),
});

/** What the rules say of a request, as a case. */
export function verdictCase(
  matter: KitMatter,
  rule: Rule,
  told: Told,
  asked: Asked,
  also: readonly string[] = [],
): Draft {
  const { answer, against, verdict } = asked.of(told);
  const expected: KitExpected = {
    verdict: answer,
    missing: verdict.missingDocuments.map(({ oneOf }) => oneOf.map(({ document }) => document)),
    grounds: against,
  };
  const others = [...against.filter((id) => id !== rule.id), ...also];
  const beside = others.length === 0 ? {} : { also: others };
  return { matter, ...citedBy(rule), ...beside, asks: "verdict", request: asked.request(told), expected };
}
