import type { JSX } from "preact";
import type { FactValue } from "../../model/condition.ts";
import type { Names } from "../../report/names.ts";
import { conditionFormWord as word } from "./condition-form-word.ts";
import type { Line } from "./draft.ts";
import { fieldName } from "./draft-fields.ts";
import type { FactShape } from "./fact-shape.ts";

interface ValueMatter {
  readonly line: Line;
  readonly path: readonly number[];
  readonly shape: FactShape;
  readonly names: Names;
}

/** The field of a value: by what stands there, and where nothing does, by what fits the fact. */
export function ValueControl(matter: ValueMatter): JSX.Element {
  const { line, path, shape, names } = matter;
  const { value, operator } = line;
  const isMany = Array.isArray(value) || (value === undefined && (operator === "in" || operator === "notIn"));
  const hasNumbers = shape.is === "integer" || shape.is === "number";
  if (isMany) return <ManyControl {...matter} />;
  const common = { "aria-label": word("value", names.language), "data-sentence": "" };
  if (typeof value === "boolean" || (value === undefined && shape.is === "boolean"))
    return (
      <select {...common} name={fieldName(path, "boolean")}>
        {[true, false].map((one) => (
          <option value={String(one)} selected={one === value}>
            {word(one ? "yes" : "no", names.language)}
          </option>
        ))}
      </select>
    );
  if (typeof value === "number" || (value === undefined && hasNumbers))
    return (
      <input
        {...common}
        type="text"
        inputMode="decimal"
        size={6}
        autocomplete="off"
        name={fieldName(path, "number")}
        value={value === undefined ? "" : String(value)}
      />
    );
  return shape.values === undefined ? <TextControl {...matter} /> : <ChoiceControl {...matter} />;
}

function TextControl({ line: { value }, path, shape, names }: ValueMatter): JSX.Element {
  const isDay = shape.is === "date" && (value === undefined || isRealDay(value));
  const common = {
    name: fieldName(path, "text"),
    value: typeof value === "string" ? value : "",
    "aria-label": word("value", names.language),
    "data-sentence": "",
  };
  return isDay ? <input {...common} type="date" /> : <input {...common} type="text" autocomplete="off" />;
}

/** A day that a date's field can show: it would lose any other. */
function isRealDay(value: FactValue): boolean {
  if (typeof value !== "string" || !/^(?!0000)\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

function ChoiceControl({ line: { fact, value }, path, shape, names }: ValueMatter): JSX.Element {
  return (
    <select name={fieldName(path, "text")} aria-label={word("value", names.language)} data-sentence="">
      {value === undefined ? <option value="">{word("choose", names.language)}</option> : null}
      {withOwn(value === undefined ? [] : [value], shape).map((one) => (
        <option value={one} selected={one === value}>
          {names.value(fact, one)}
        </option>
      ))}
    </select>
  );
}

/** Several values: boxes where there are few to choose from, otherwise one a line. */
function ManyControl({ line: { fact, value }, path, shape, names }: ValueMatter): JSX.Element {
  const list = Array.isArray(value) ? (value as readonly FactValue[]) : [];
  const isOfWords = list.every((one) => typeof one === "string");
  if (shape.values !== undefined && isOfWords)
    return (
      <span class="choices" role="group" aria-label={word("value", names.language)}>
        {withOwn(list, shape).map((one) => (
          <label>
            <input
              type="checkbox"
              name={fieldName(path, "texts")}
              value={one}
              checked={list.includes(one)}
              data-sentence=""
            />{" "}
            {names.value(fact, one)}
          </label>
        ))}
      </span>
    );
  const hasNumbers = list.length > 0 ? !isOfWords : shape.is === "integer" || shape.is === "number";
  return (
    <textarea
      rows={Math.max(2, list.length)}
      name={fieldName(path, hasNumbers ? "numbers" : "texts")}
      aria-label={word("values", names.language)}
      data-sentence=""
    >
      {list.join("\n")}
    </textarea>
  );
}

/** The values that a fact can have, after those that stand there: these keep their order, and one unknown is kept. */
function withOwn(own: readonly FactValue[], { values = [] }: FactShape): string[] {
  const there = own.filter((one) => typeof one === "string");
  return [...there, ...values.filter((one) => !there.includes(one))];
}
