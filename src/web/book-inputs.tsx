import type { ComponentChildren, JSX } from "preact";
import type { Language } from "../model/language.ts";
import { word } from "../report/rule-words.ts";
import { bookFieldName } from "./book-ui.ts";
import { textOf } from "./form-parts.tsx";

interface InputMatter {
  /** Name of the part of the value, `name.kk`. */
  readonly part: string;
  readonly lang: Language;
}

const idOf = (part: string): string => `f-${part.replace(".", "-")}`;

/** A part of a value: its label, its control, and the place where an error is told. */
const Part = ({
  part,
  lang,
  type,
  wide,
  children,
}: InputMatter & { type: string; wide?: boolean; children: ComponentChildren }): JSX.Element => (
  <div class={`field${wide === true ? " wide" : ""}`} data-field={part} data-part-type={type}>
    <label for={idOf(part)}>{bookFieldName(part, lang)}</label>
    {children}
    <p class="error" id={`e-${idOf(part)}`} />
  </div>
);

export const Text = ({
  value,
  list,
  ...matter
}: InputMatter & { value: unknown; list?: readonly string[] }): JSX.Element => (
  <Part {...matter} type="text" wide>
    <input
      id={idOf(matter.part)}
      aria-describedby={`e-${idOf(matter.part)}`}
      type="text"
      autocomplete="off"
      value={textOf(value)}
      {...(list !== undefined && { role: "combobox", list: `${idOf(matter.part)}-list` })}
    />
    {list === undefined ? null : (
      <datalist id={`${idOf(matter.part)}-list`}>
        {list.map((one) => (
          <option value={one} />
        ))}
      </datalist>
    )}
  </Part>
);

export const LongText = ({
  value,
  rows,
  ...matter
}: InputMatter & { value: unknown; rows: number }): JSX.Element => (
  <Part {...matter} type="text" wide>
    <textarea id={idOf(matter.part)} aria-describedby={`e-${idOf(matter.part)}`} rows={rows}>
      {textOf(value)}
    </textarea>
  </Part>
);

export const DayInput = ({ value, ...matter }: InputMatter & { value: unknown }): JSX.Element => (
  <Part {...matter} type="text">
    <input
      id={idOf(matter.part)}
      aria-describedby={`e-${idOf(matter.part)}`}
      type="date"
      value={textOf(value)}
    />
  </Part>
);

export const NumberInput = ({ value, ...matter }: InputMatter & { value: unknown }): JSX.Element => (
  <Part {...matter} type="number">
    <input
      id={idOf(matter.part)}
      aria-describedby={`e-${idOf(matter.part)}`}
      inputMode="numeric"
      autocomplete="off"
      value={textOf(value)}
    />
  </Part>
);

export const Select = ({
  value,
  options,
  type = "text",
  ...matter
}: InputMatter & {
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  type?: string;
}): JSX.Element => (
  <Part {...matter} type={type}>
    <select id={idOf(matter.part)} aria-describedby={`e-${idOf(matter.part)}`}>
      {options.map(([one, words]) => (
        <option value={one} selected={one === value}>
          {words}
        </option>
      ))}
    </select>
  </Part>
);

/** Several of a few values. */
export const Choices = (props: {
  part: string;
  table: "kinds" | "weekdays";
  options: readonly string[];
  value: readonly (string | number)[];
  lang: Language;
}): JSX.Element => (
  <fieldset
    class="field wide"
    data-field={props.part}
    data-part-type={props.table === "weekdays" ? "numbers" : "set"}
  >
    <legend>{bookFieldName(props.part, props.lang)}</legend>
    <span class="choices">
      {props.options.map((one) => (
        <label>
          <input type="checkbox" value={one} checked={props.value.map(String).includes(one)} />{" "}
          {word(props.table, one, props.lang)}
        </label>
      ))}
    </span>
    <p class="error" id={`e-${idOf(props.part)}`} />
  </fieldset>
);

/** Ids, a line each. */
export const LongList = ({ value, ...matter }: InputMatter & { value: unknown }): JSX.Element => (
  <Part {...matter} type="list" wide>
    <textarea id={idOf(matter.part)} rows={2} spellcheck={false} class="code">
      {Array.isArray(value) ? value.join("\n") : ""}
    </textarea>
  </Part>
);
