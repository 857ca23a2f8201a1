import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import type { Names } from "../report/names.ts";
import { cardWord } from "./card-word.ts";
import { fieldValue } from "./field-value.ts";
import { fieldName, minuteText } from "./ui.ts";
import type { Card, CardComment, ComparedField } from "./views.ts";

/** What people have said beside deciding, in the order of time. */
export function Comments({
  comments,
  lang,
}: {
  comments: readonly CardComment[] | undefined;
  lang: Language;
}): JSX.Element | null {
  if (comments === undefined || comments.length === 0) return null;
  return (
    <ul class="talk" aria-label={cardWord("comments", lang)}>
      {comments.map(({ by, at, text }) => (
        <li>
          <b>{by}</b>, <time dateTime={at}>{minuteText(at)}</time>: {text}
        </li>
      ))}
    </ul>
  );
}

/** Field by field what the machine read, what was decided, and what a better reader reads now. */
export function Compared({
  rows,
  names,
}: {
  rows: readonly ComparedField[] | undefined;
  names: Names;
}): JSX.Element | null {
  if (rows === undefined) return null;
  const lang = names.language;
  const isReread = rows.some((row) => "now" in row);
  return (
    <details class="compared" open>
      <summary>{cardWord("compared", lang, { count: rows.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{cardWord("field", lang)}</th>
            <th scope="col">{cardWord("machineRead", lang)}</th>
            <th scope="col">{cardWord("wasDecided", lang)}</th>
            {isReread ? <th scope="col">{cardWord("machineReads", lang)}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{fieldName(row.field, lang)}</th>
              <td>{"read" in row || !isReread ? fieldValue(row.field, row.read, names) : "?"}</td>
              <td class="decided">{fieldValue(row.field, row.decided, names)}</td>
              {isReread ? <td>{fieldValue(row.field, row.now, names)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Who has accepted a rule that waits for a second person, and whose a card is to look at. */
export const Hands = ({ card, lang }: { card: Card; lang: Language }): JSX.Element | null =>
  card.awaits === undefined && card.assigned === undefined ? null : (
    <p class="hands">
      {card.awaits === undefined ? null : (
        <span>
          {cardWord(card.awaits.own ? "awaitsOther" : "awaitsYou", lang, { by: card.awaits.by.join(", ") })}
        </span>
      )}
      {card.assigned === undefined ? null : (
        <span class="assigned">{cardWord("assignedTo", lang, { to: card.assigned })}</span>
      )}
    </p>
  );
