import type { Language } from "../../model/language.ts";
import type { Trouble } from "../../model/trouble.ts";
import { message } from "../../report/messages/message.ts";

/** A trouble in a person's own language, with the way out. */
export const troubleWords = ({ message: what, at }: Trouble, lang: Language): string =>
  [what, at.wayOut]
    .map((part) => message(part, lang).replace(/\.$/u, ""))
    .join(". ")
    .concat(".");
