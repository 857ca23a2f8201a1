/** A mark of quotation before a word, or the outermost of several there. */
const OPENING = /(?<![\p{L}\p{Nd}"«“„])["«“„]{1,3}(?=[\p{L}\p{Nd}])/u;
/** One behind a word. */
const CLOSING = /(?<=[\p{L}\p{Nd})])["»”]{1,3}(?![\p{L}\p{Nd}"»”])/gu;

/**
 * The service's name in a regulation's title, which holds it in quotation marks: `"…" мемлекеттік қызмет көрсету қағидалары`,
 * `Правила оказания государственной услуги «…»`. A name with quoted words in it goes from the first mark to the last; where
 * one of them was lost, from the beginning or to the end. The title itself where it has none.
 */
export function serviceName(title: string): string {
  const opening = OPENING.exec(title);
  const closing = [...title.matchAll(CLOSING)].at(-1);
  if (opening === null && closing === undefined) return title;
  const start = opening === null ? 0 : opening.index + 1;
  const end =
    closing === undefined || closing.index < start ? title.length : closing.index + closing[0].length - 1;
  const name = title.slice(start, end).trim();
  // A name that itself begins with a quoted word has lost its first mark: `"Фтизиатрия" орталығынан …`.
  return name.split('"').length % 2 === 1 ? name : `"${name}`;
}
