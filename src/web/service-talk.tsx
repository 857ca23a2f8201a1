import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { Comments } from "./card-talk.tsx";
import { cardWord } from "./card-word.ts";
import type { CardComment } from "./views.ts";

/** What holds for a whole service: four eyes, whose it is to look at, what was said of it. */
export interface ServiceTalk {
  readonly service: number;
  readonly fourEyes: boolean;
  readonly assigned?: string;
  readonly comments: readonly CardComment[];
}

/** On top of the cards of a service; of an act, only that some of it is by four eyes. */
export function ServiceTalkItem({ talk, lang }: { talk: ServiceTalk; lang: Language }): JSX.Element {
  const { fourEyes, assigned, comments } = talk;
  return (
    <div class="service" data-service={talk.service}>
      <p>
        <strong>{fourEyes ? cardWord("fourEyesOn", lang) : ""}</strong>{" "}
        {assigned === undefined ? "" : cardWord("assignedTo", lang, { to: assigned })}
      </p>
      <Comments comments={comments} lang={lang} />
      <div class="actions">
        <button type="button" data-do="comment-service">
          {cardWord("commentService", lang)}
        </button>
        <button type="button" data-do="assign-service">
          {cardWord("assignService", lang)}
        </button>
        <button type="button" data-do="four-eyes" data-asked={String(!fourEyes)}>
          {cardWord(fourEyes ? "fourEyesLift" : "fourEyesAsk", lang)}
        </button>
      </div>
    </div>
  );
}
