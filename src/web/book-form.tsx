import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../model/language.ts";
import { BookFieldControls } from "./book-controls.tsx";
import type { BookFormSubject } from "./book-form-subject.ts";
import { Choices, LongText, Text } from "./book-inputs.tsx";
import { bookFieldName, bookUi } from "./book-ui.ts";
import { Buttons, Why } from "./form-parts.tsx";
import { ui } from "./ui.ts";

/** A form of the book's page as the script puts it into the window. */
export const bookFormHtml = (subject: BookFormSubject, service: number, lang: Language): string =>
  renderToString(<BookForm subject={subject} service={service} lang={lang} />);

interface Matter<Subject> {
  readonly subject: Subject;
  readonly service: number;
  readonly lang: Language;
}

function BookForm({ subject, service, lang }: Matter<BookFormSubject>): JSX.Element {
  switch (subject.is) {
    case "book": {
      const { field, settles } = subject;
      return (
        <Frame
          data={{ "data-is": "book", "data-of": field, "data-settles": settles.join(" ") }}
          {...{ service, lang }}
          heading={bookFieldName(field, lang)}
          label={ui("save", lang)}
        >
          <BookFieldControls subject={subject} lang={lang} />
        </Frame>
      );
    }
    case "not-held":
      return <PointerForm subject={subject} service={service} lang={lang} />;
    case "remark":
      return (
        <Frame
          data={{ "data-is": "remark", ...insteadOf(subject) }}
          {...{ service, lang }}
          heading={bookUi(subject.what === undefined ? "addRemark" : "edit", lang)}
          label={ui("save", lang)}
        >
          <LongText part="remark" value={subject.what} lang={lang} rows={5} />
        </Frame>
      );
    case "withdraw":
      return (
        <Frame
          data={{ "data-is": "withdraw", "data-what": JSON.stringify(subject.named) }}
          {...{ service, lang }}
          heading={bookUi("withdraw", lang)}
          label={bookUi("withdraw", lang)}
          asksWhy
        >
          <p class="value">{subject.named.remark ?? subject.named.notHeld?.what}</p>
        </Frame>
      );
  }
}

const insteadOf = ({
  what,
  instead,
}: {
  readonly what?: unknown;
  readonly instead: boolean;
}): Record<string, string> => (instead ? { "data-instead": JSON.stringify(what) } : {});

/** Kinds of rules that an act which is not at hand may hold. */
const KINDS = ["document", "refusal", "deadline", "eligibility", "fee", "hours", "channel", "form"];

function PointerForm({
  subject,
  service,
  lang,
}: Matter<Extract<BookFormSubject, { is: "not-held" }>>): JSX.Element {
  const { what } = subject;
  return (
    <Frame
      data={{ "data-is": "not-held", ...insteadOf(subject) }}
      {...{ service, lang }}
      heading={bookUi(what === undefined ? "addPointer" : "edit", lang)}
      label={ui("save", lang)}
    >
      <LongText part="what" value={what?.what} lang={lang} rows={2} />
      <Choices part="kinds" table="kinds" options={KINDS} value={what?.kinds ?? []} lang={lang} />
      <Text part="cite" value={what?.cite} lang={lang} />
      <Text part="path" value={what?.path} lang={lang} />
      <LongText part="quote" value={what?.quote} lang={lang} rows={3} />
    </Frame>
  );
}

function Frame(props: {
  data: Readonly<Record<string, string>>;
  service: number;
  lang: Language;
  heading: string;
  label: string;
  asksWhy?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const { lang, asksWhy = false } = props;
  return (
    <form data-form="on-book" data-service={props.service} {...props.data} noValidate>
      <h2>{props.heading}</h2>
      <div class="fields">{props.children}</div>
      <Why lang={lang} required={asksWhy} />
      <p class="error" id="f-error" role="alert" />
      <Buttons lang={lang} label={props.label} />
    </form>
  );
}
