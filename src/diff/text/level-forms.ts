import { asOne } from "./joined.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { WordReader } from "./part.ts";

/** So many of the words of a form the paragraphs have that are the same form. */
const MUCH_OF_IT = 0.6;

/**
 * The parts of one version, with those of an annex made one form where the other version has that annex as a form that says
 * much the same: whether a form is told from clauses hangs on its layout.
 */
export function withForms(
  ours: readonly WordedPart[],
  theirs: readonly WordedPart[],
  reader: WordReader,
): readonly WordedPart[] {
  const lawThere = new Set(theirs.flatMap(({ part, words }) => (part.role === "law" ? [words] : [])));
  const isForm = ({ part }: WordedPart): boolean => part.role === "form";
  const forms = theirs.filter(isForm).map((form) => ({ form, annex: annexOf(form) }));
  return forms.reduce<readonly WordedPart[]>((parts, { form, annex }) => {
    if (annex === "" || parts.some((part) => isForm(part) && annexOf(part) === annex)) return parts;
    const keys = new Set(form.tokens.map(({ key }) => key));
    const of = parts.filter(
      (one) =>
        one.part.role === "law" &&
        one.part.path.startsWith(`${annex}/`) &&
        !lawThere.has(one.words) &&
        isOf(one, keys),
    );
    const [first] = of;
    if (first === undefined || !saysMuchOf(form, of)) return parts;
    const one = asOne(of, reader);
    const whole = { ...one, part: { ...one.part, role: "form" as const, path: form.part.path } };
    return parts.flatMap((part) => (part === first ? [whole] : of.includes(part) ? [] : [part]));
  }, ours);
}

const annexOf = ({ part: { path } }: WordedPart): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const isOf = ({ tokens }: WordedPart, form: ReadonlySet<string>): boolean =>
  tokens.filter(({ key }) => form.has(key)).length >= MUCH_OF_IT * tokens.length;

function saysMuchOf(form: WordedPart, parts: readonly WordedPart[]): boolean {
  const said = new Set(parts.flatMap(({ tokens }) => tokens.map(({ key }) => key)));
  const kept = form.tokens.filter(({ key }) => said.has(key)).length;
  return kept >= MUCH_OF_IT * form.tokens.length;
}
