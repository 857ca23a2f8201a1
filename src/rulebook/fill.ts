/**
 * A rulebook written by hand, made whole before its schema looks at it: a rule without an `id` is named
 * `<book>/<kind>/<place in the list>`, a deadline without a `subject` has the subject `other`, a source that is nothing
 * but a quote is a quote given by hand. Everything else, right or wrong, stays as it is.
 */
export function fill(book: unknown): unknown {
  if (!isRecord(book) || !Array.isArray(book["rules"])) return book;
  const name = text(book["id"]);
  const rules = book["rules"].map((rule: unknown, index) => {
    if (!isRecord(rule)) return rule;
    const id = `${name}/${text(rule["kind"])}/${index + 1}`;
    const whole = rule["kind"] === "deadline" ? { id, subject: "other", ...rule } : { id, ...rule };
    return quotedByHand(whole);
  });
  return { ...book, rules };
}

function quotedByHand(rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { source, ...rest } = rule;
  const isQuote = isRecord(source) && Object.keys(source).join() === "quote";
  return isQuote && rest["quote"] === undefined ? { ...rest, quote: source["quote"] } : rule;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "rule");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
