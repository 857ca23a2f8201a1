import type { JSX } from "preact";
import { UNITS } from "../model/duration.ts";
import { type Lang, word } from "../report/rule-words.ts";
import type { FieldSpec } from "./field-specs.ts";
import { fieldName, ui } from "./ui.ts";

/** One field of a rule: its label, its control by type, and the place where an error is told. */
export function Field({ spec, value, lang }: { spec: FieldSpec; value: unknown; lang: Lang }): JSX.Element {
  const { name, type } = spec;
  const label = fieldName(name, lang);
  const isGroup = type === "set";
  const wide =
    name === "cite" || type === "long-text" || type === "json" || type === "list" || isGroup ? " wide" : "";
  const error = (
    <p class="error" id={`e-${name}`}>
      {""}
    </p>
  );
  if (isGroup)
    return (
      <fieldset class={`field${wide}`} data-field={name} data-type={type}>
        <legend>{label}</legend>
        <Choices spec={spec} value={value} lang={lang} />
        {error}
      </fieldset>
    );
  return (
    <div class={`field${wide}`} data-field={name} data-type={type}>
      <label for={`f-${name}`}>
        {label}
        {spec.required ? <span aria-hidden="true"> *</span> : null}
      </label>
      <Control spec={spec} value={value} lang={lang} />
      {error}
    </div>
  );
}

function Control({ spec, value, lang }: { spec: FieldSpec; value: unknown; lang: Lang }): JSX.Element {
  const common = { id: `f-${spec.name}`, "aria-describedby": `e-${spec.name}` };
  switch (spec.type) {
    case "number":
      return <input {...common} type="text" inputMode="decimal" value={textOf(value)} autocomplete="off" />;
    case "enum":
      return (
        <select {...common}>
          <option value="">{ui("notSaid", lang)}</option>
          {spec.options?.map((one) => (
            <option value={one} selected={one === value}>
              {optionName(spec.name, one, lang)}
            </option>
          ))}
        </select>
      );
    case "boolean":
      return (
        <select {...common}>
          <option value="">{ui("notSaid", lang)}</option>
          <option value="true" selected={value === true}>
            {ui("yes", lang)}
          </option>
          <option value="false" selected={value === false}>
            {ui("no", lang)}
          </option>
        </select>
      );
    case "duration":
      return <DurationControl spec={spec} value={value} lang={lang} />;
    case "long-text":
      return (
        <textarea {...common} rows={2}>
          {textOf(value)}
        </textarea>
      );
    case "json":
      return (
        <textarea {...common} rows={3} spellcheck={false} class="code">
          {value === undefined ? "" : JSON.stringify(value)}
        </textarea>
      );
    case "list":
      return (
        <textarea {...common} rows={2} spellcheck={false} class="code">
          {Array.isArray(value) ? value.join("\n") : ""}
        </textarea>
      );
    case "break":
      return (
        <input
          {...common}
          value={Array.isArray(value) ? value.join("-") : value === null ? "-" : ""}
          placeholder="13:00-14:30"
          autocomplete="off"
        />
      );
    case "text":
    case "set":
      return <TextControl {...common} list={listFor(spec.name)} value={textOf(value)} />;
  }
}

/** Fields with known values suggest them and take others too. */
function listFor(field: string): string | undefined {
  if (field === "document") return "document-types";
  return field === "fromEvent" || field === "toEvent" ? "event-names" : undefined;
}

function TextControl(props: {
  id: string;
  "aria-describedby": string;
  list: string | undefined;
  value: string;
}): JSX.Element {
  const { list, ...common } = props;
  return list === undefined ? (
    <input {...common} type="text" autocomplete="off" />
  ) : (
    <input {...common} type="text" role="combobox" list={list} />
  );
}

function DurationControl({
  spec,
  value,
  lang,
}: {
  spec: FieldSpec;
  value: unknown;
  lang: Lang;
}): JSX.Element {
  const { amount, unit } = (typeof value === "object" && value !== null ? value : {}) as {
    amount?: unknown;
    unit?: unknown;
  };
  const label = fieldName(spec.name, lang);
  return (
    <span class="pair">
      <input
        id={`f-${spec.name}`}
        aria-describedby={`e-${spec.name}`}
        inputMode="decimal"
        size={5}
        value={textOf(amount)}
        autocomplete="off"
      />
      <select aria-label={`${label}: ${fieldName("unit", lang)}`}>
        <option value="">{ui("notSaid", lang)}</option>
        {UNITS.map((one) => (
          <option value={one} selected={one === unit}>
            {word("units", one, lang)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Choices({ spec, value, lang }: { spec: FieldSpec; value: unknown; lang: Lang }): JSX.Element {
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  return (
    <span class="choices">
      {spec.options?.map((one) => (
        <label>
          <input type="checkbox" value={one} checked={chosen.has(one)} /> {optionName(spec.name, one, lang)}
        </label>
      ))}
    </span>
  );
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const TABLES = {
  unit: "units",
  subject: "subjects",
  channel: "channels",
  channels: "channels",
  forms: "forms",
  who: "who",
  stage: "stages",
  days: "weekdays",
} as const;

const optionName = (field: string, option: string, lang: Lang): string =>
  Object.hasOwn(TABLES, field) ? word(TABLES[field as keyof typeof TABLES], option, lang) : option;
