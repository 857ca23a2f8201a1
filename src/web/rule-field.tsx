import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { UNITS } from "../model/duration.ts";
import { unitName } from "../report/amounts.ts";
import { optionName } from "./field-value.ts";
import type { FieldSpec } from "./field-specs.ts";
import { textOf } from "./form-parts.tsx";
import { fieldName, ui } from "./ui.ts";

interface ControlMatter {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly lang: Language;
}

/** One field of a rule: its label, its control by type, and the place where an error is told. */
export function Field({ spec, value, lang }: ControlMatter): JSX.Element {
  const { name, type } = spec;
  const label = fieldName(name, lang);
  const isGroup = type === "set";
  const wide = name === "cite" || type === "long-text" || type === "list" || isGroup ? " wide" : "";
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

function Control({ spec, value, lang }: ControlMatter): JSX.Element {
  const common = { id: `f-${spec.name}`, "aria-describedby": `e-${spec.name}` };
  switch (spec.type) {
    case "number":
      return <input {...common} type="text" inputMode="decimal" value={textOf(value)} autocomplete="off" />;
    case "enum":
    case "boolean":
      return <SelectControl spec={spec} value={value} lang={lang} />;
    case "duration":
      return <DurationControl spec={spec} value={value} lang={lang} />;
    case "long-text":
      return (
        <textarea {...common} rows={2}>
          {textOf(value)}
        </textarea>
      );
    case "list":
      return (
        <textarea {...common} rows={2} spellcheck={false} class="code">
          {Array.isArray(value) ? value.join("\n") : ""}
        </textarea>
      );
    case "break":
      return <input {...common} value={breakText(value)} placeholder="13:00-14:30" autocomplete="off" />;
    case "text":
    case "set":
    case "condition":
      return <TextControl {...common} list={listFor(spec.name)} value={textOf(value)} />;
  }
}

/** One of a few values, or that the rule does not say. */
function SelectControl({ spec, value, lang }: ControlMatter): JSX.Element {
  const options =
    spec.type === "boolean"
      ? [
          { name: "true", text: ui("yes", lang), selected: value === true },
          { name: "false", text: ui("no", lang), selected: value === false },
        ]
      : (spec.options ?? []).map((name) => ({
          name,
          text: optionName(spec.name, name, { language: lang }),
          selected: name === value,
        }));
  return (
    <select id={`f-${spec.name}`} aria-describedby={`e-${spec.name}`}>
      <option value="">{ui("notSaid", lang)}</option>
      {options.map(({ name, text, selected }) => (
        <option value={name} selected={selected}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** A break as it is typed: from and to, `-` for none. */
function breakText(value: unknown): string {
  if (Array.isArray(value)) return value.join("-");
  return value === null ? "-" : "";
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
    <input {...common} type="text" role="combobox" list={list} aria-controls={list} aria-expanded="false" />
  );
}

function DurationControl({ spec, value, lang }: ControlMatter): JSX.Element {
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
            {unitName(one, lang)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Choices({ spec, value, lang }: ControlMatter): JSX.Element {
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  return (
    <span class="choices">
      {spec.options?.map((one) => (
        <label>
          <input type="checkbox" value={one} checked={chosen.has(one)} />{" "}
          {optionName(spec.name, one, { language: lang })}
        </label>
      ))}
    </span>
  );
}
