import type { JSX } from "preact";
import type { InForce, ValidityDate } from "../model/in-force.ts";
import { LANGUAGES, type Language } from "../model/language.ts";
import { scopeWords } from "../report/book/book-words.ts";
import type { BookFormSubject } from "./book-form-subject.ts";
import { Choices, DayInput, LongList, LongText, NumberInput, Select, Text } from "./book-inputs.tsx";
import { bookFieldName, bookUi } from "./book-ui.ts";
import { textOf } from "./form-parts.tsx";
import { ui } from "./ui.ts";

interface Matter {
  readonly subject: Extract<BookFormSubject, { is: "book" }>;
  readonly lang: Language;
}
type Values = Readonly<Record<string, unknown>>;

/** The controls of one field of the book. A value of one part has the field's own name. */
export function BookFieldControls({ subject, lang }: Matter): JSX.Element {
  const { field, value, suggested } = subject;
  const values = (typeof value === "object" && value !== null ? value : {}) as Values;
  switch (field) {
    case "language":
      return (
        <Select part={field} value={String(value)} options={LANGUAGES.map((one) => [one, one])} lang={lang} />
      );
    case "service":
      return <ServiceControls values={values} lang={lang} />;
    case "act":
      return <ActControls values={values} lang={lang} />;
    case "inForce":
      return <ValidityControls inForce={values} days={subject.daysAfterPublication} lang={lang} />;
    case "zone":
      return <Text part={field} value={value} list={suggested.zones} lang={lang} />;
    case "calendar":
      return <Text part={field} value={value} list={suggested.calendars} lang={lang} />;
    case "week":
      return (
        <Select
          part={field}
          type="number"
          value={String(value)}
          options={[
            ["5", "5"],
            ["6", "6"],
          ]}
          lang={lang}
        />
      );
    case "rest":
      return (
        <Choices
          part={field}
          table="weekdays"
          options={["1", "2", "3", "4", "5", "6", "7"]}
          value={Array.isArray(value) ? (value as number[]) : []}
          lang={lang}
        />
      );
    case "law":
      return <LawControls law={value} values={values} lang={lang} />;
  }
}

interface Parts {
  readonly values: Values;
  readonly lang: Language;
}

function ServiceControls({ values, lang }: Parts): JSX.Element {
  const names = (values["name"] ?? {}) as Values;
  return (
    <>
      <Hidden part="number" type="number" value={values["number"]} />
      {LANGUAGES.map((one) => (
        <LongText part={`name.${one}`} value={names[one]} rows={2} lang={lang} />
      ))}
      <Text part="id" value={values["id"]} lang={lang} />
    </>
  );
}

const ActControls = ({ values, lang }: Parts): JSX.Element => (
  <>
    <Hidden part="id" type="text" value={values["id"]} />
    <LongText part="title" value={values["title"]} rows={3} lang={lang} />
    <Text part="body" value={values["body"]} lang={lang} />
    <Text part="number" value={values["number"]} lang={lang} />
    <DayInput part="date" value={values["date"]} lang={lang} />
  </>
);

/** What stays as it is and goes along. */
const Hidden = ({ part, type, value }: { part: string; type: string; value: unknown }): JSX.Element => (
  <div data-field={part} data-part-type={type} hidden>
    <input type="hidden" value={textOf(value)} />
  </div>
);

function ValidityControls({
  inForce,
  days,
  lang,
}: {
  inForce: Values & Partial<InForce>;
  days: number | undefined;
  lang: Language;
}): JSX.Element {
  return (
    <>
      <Bound part="from" value={inForce.from} lang={lang} />
      {days === undefined ? null : (
        <div class="field">
          <label for="f-published">{bookUi("published", lang)}</label>
          <span class="pair">
            <input id="f-published" type="date" />
            <button type="button" data-do="count-from" data-days={days}>
              {bookUi("count", lang)}
            </button>
          </span>
        </div>
      )}
      <Bound part="until" value={inForce.until} lang={lang} />
      <DayInput part="adopted" value={inForce.adopted} lang={lang} />
      <NumberInput part="entersAfterDays" value={inForce.entersAfterDays} lang={lang} />
      <DayInput part="repealed" value={inForce.repealed} lang={lang} />
      <NumberInput part="repealedAfterDays" value={inForce.repealedAfterDays} lang={lang} />
    </>
  );
}

/** A bound of validity: unknown, a day, a day that is assumed and why; of the end also that none is known. */
function Bound({
  part,
  value,
  lang,
}: {
  part: "from" | "until";
  value: ValidityDate | null | undefined;
  lang: Language;
}): JSX.Element {
  const assumed = typeof value === "object" && value !== null ? value : undefined;
  const chosen =
    value === null
      ? "none"
      : assumed
        ? "assumed"
        : value === undefined || value === "unknown"
          ? "unknown"
          : "day";
  const options = [
    ...(part === "until" ? [["none", bookUi("noEnd", lang)] as const] : []),
    ["unknown", bookUi("unknownDay", lang)] as const,
    ["day", bookUi("knownDay", lang)] as const,
    ["assumed", bookUi("assumedDay", lang)] as const,
  ];
  const name = bookFieldName(part, lang);
  const day = assumed?.assumed ?? (chosen === "day" ? (value as string) : "");
  return (
    <fieldset class="field wide bound" data-field={part} data-part-type="bound" data-chosen={chosen}>
      <legend>{name}</legend>
      <select aria-label={name} data-bound="is">
        {options.map(([one, words]) => (
          <option value={one} selected={one === chosen}>
            {words}
          </option>
        ))}
      </select>
      <input type="date" aria-label={`${name}: ${bookUi("knownDay", lang)}`} data-bound="day" value={day} />
      <label class="assumed">
        {bookUi("assumedWhy", lang)}
        <input type="text" data-bound="why" value={assumed?.why ?? ""} autocomplete="off" />
      </label>
      <label class="assumed">
        {bookUi("surely", lang)}
        <input type="date" data-bound="surely" value={assumed?.surely ?? ""} />
      </label>
      <p class="error" id={`e-f-${part}`} />
    </fieldset>
  );
}

function LawControls({ law, values, lang }: Parts & { law: unknown }): JSX.Element {
  const { country, scope, without } = values;
  const options = [
    ["named", bookUi("lawNamed", lang)],
    ["none", bookUi("lawNone", lang)],
  ] as const;
  return (
    <>
      <Select
        part="law"
        type="whole"
        value={law === "none" ? "none" : "named"}
        options={options}
        lang={lang}
      />
      <Text part="country" value={country ?? "kz"} lang={lang} />
      <Select
        part="scope"
        value={textOf(scope)}
        options={[
          ["", ui("notSaid", lang)],
          ...["service", "licence", "permit"].map((one) => [one, scopeWords(one, lang)] as const),
        ]}
        lang={lang}
      />
      <LongList part="without" value={without} lang={lang} />
    </>
  );
}
