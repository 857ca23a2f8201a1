import type { JSX } from "preact";
import { DOCUMENTS_FACT, type Operator } from "../../model/condition.ts";
import type { Language } from "../../model/language.ts";
import type { BuilderMatter } from "./builder-matter.ts";
import { conditionFormWord as word, type ConditionFormWord } from "./condition-form-word.ts";
import type { Line } from "./draft.ts";
import { fieldName } from "./draft-fields.ts";
import { type FactShape, operatorsOf, shapeOf } from "./fact-shape.ts";
import { ValueControl } from "./value-control.tsx";

interface LineMatter {
  readonly line: Line;
  readonly path: readonly number[];
  readonly matter: BuilderMatter;
}

/** One comparison: the fact by its name, how it is compared, and with what. */
export function LineFields({ line, path, matter, moves }: LineMatter & { moves: JSX.Element }): JSX.Element {
  const { names } = matter;
  const shape = shapeOf(line.fact, matter.vocabulary, line.value);
  const name = (field: string): string => fieldName(path, field);
  return (
    <div class="line" data-at={path.join(".")}>
      <input type="hidden" name={name("is")} value="line" />
      <input type="hidden" name={name("fact")} value={line.fact} />
      {line.negated ? (
        <label class="negated">
          <input type="checkbox" name={name("negated")} value="true" checked data-sentence="" />{" "}
          {word("notSo", names.language)}
        </label>
      ) : null}
      <NamePicker line={line} path={path} matter={matter} />
      {line.fact === "" ? (
        <input type="hidden" name={name("operator")} value={line.operator} />
      ) : (
        <>
          <select
            name={name("operator")}
            data-change="operator"
            data-at={path.join(".")}
            aria-label={word("operator", names.language)}
          >
            {offered(line.operator, shape).map((one) => (
              <option value={one} selected={one === line.operator}>
                {operatorWord(one, shape, names.language)}
              </option>
            ))}
          </select>
          {isPaper(line) ? (
            <input type="hidden" name={name("text")} value={String(line.value)} />
          ) : (
            <ValueControl line={line} path={path} shape={shape} names={names} />
          )}
        </>
      )}
      {moves}
    </div>
  );
}

/** A paper that is looked for among those handed in. */
const isPaper = ({ fact, operator, value }: Line): boolean =>
  fact === DOCUMENTS_FACT &&
  (operator === "contains" || operator === "doesNotContain") &&
  typeof value === "string";

/** A field in which a fact or a paper is looked for by its name; the script puts the list of names under it. */
function NamePicker({ line, path, matter: { names, vocabulary } }: LineMatter): JSX.Element {
  const { language } = names;
  const isThere =
    line.fact === "" ||
    line.fact === "channel" ||
    (isPaper(line)
      ? vocabulary.documents.some(({ id }) => id === line.value)
      : line.fact === DOCUMENTS_FACT || vocabulary.facts.some(({ id }) => id === line.fact));
  const shown =
    line.fact === "" ? "" : isPaper(line) ? names.document(String(line.value)) : names.fact(line.fact);
  return (
    <span class="pick">
      <input
        type="text"
        role="combobox"
        data-pick={path.join(".")}
        aria-label={word("fact", language)}
        aria-expanded="false"
        aria-controls="condition-names"
        aria-autocomplete="list"
        autocomplete="off"
        placeholder={word("search", language)}
        value={shown}
        {...(isThere ? {} : { "aria-invalid": "true" as const, title: word("unknownName", language) })}
      />
    </span>
  );
}

/** Operators that fit; and the one that stands there, whatever it is. */
function offered(operator: Operator, shape: FactShape): readonly Operator[] {
  const fitting = operatorsOf(shape);
  return fitting.includes(operator) ? fitting : [...fitting, operator];
}

const OF_DAYS: Partial<Record<Operator, ConditionFormWord>> = {
  lessThan: "before",
  lessThanInclusive: "notAfter",
  greaterThan: "after",
  greaterThanInclusive: "notBefore",
};
const OF_PAPERS: Partial<Record<Operator, ConditionFormWord>> = {
  contains: "handedIn",
  doesNotContain: "notHandedIn",
};

function operatorWord(operator: Operator, { is }: FactShape, language: Language): string {
  const own = is === "date" ? OF_DAYS[operator] : is === "paper" ? OF_PAPERS[operator] : undefined;
  return word(own ?? operator, language);
}
