import type { Cue } from "../language/cues.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import type { Mark } from "./marks.ts";
import { gapAfter, has, markAt, marksFor, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The ways of applying that a sentence names, in the order of its words. */
export function waysIn(sentence: Sentence): readonly Channel[] {
  if (!has(sentence, ...ALL)) return NONE;
  const named = CHANNELS.flatMap((channel) => {
    const named =
      firstOf(sentence, NAMES[channel]) ??
      (channel === "provider" ? (onPaper(sentence) ?? addressed(sentence)) : undefined);
    const at =
      named !== undefined && channel === "provider" && isInCorporation(sentence, named) ? undefined : named;
    return at === undefined || isDenied(sentence, channel) ? [] : [{ channel, at }];
  });
  if (named.length > 0) return named.sort((a, b) => a.at - b.at).map(({ channel }) => channel);
  return has(sentence, "turning-to-provider") ? ["provider"] : [];
}

/** Words at most between the provider and the corporation in whose hall it takes requests. */
const TO_HALL = 6;

/** `через услугодателя в Государственной корпорации`: the place is the corporation's. */
export const isInCorporation = (sentence: Sentence, provider: number): boolean =>
  marksFor(sentence, "corporation").some(({ from }) => {
    if (from <= provider || from - provider > TO_HALL) return false;
    for (let at = provider; at < from - 1; at += 1)
      if (
        /[,;:()]/u.test(gapAfter(sentence, at)) ||
        JOINTS.some((cue) => markAt(sentence, cue, at + 1) !== undefined)
      )
        return false;
    return true;
  });

const JOINTS: readonly Cue[] = ["or", "and", "by-way"];

/** `на бумажном носителе`: to the provider, unless the sentence names another place that takes paper. */
const onPaper = (sentence: Sentence): number | undefined =>
  has(sentence, "corporation") ? undefined : firstOf(sentence, "paper-way");

/** Words at most of a line over a list that says where its items are brought. */
const LINE = 20;

/** `Көрсетілетін қызметті берушіге немесе Мемлекеттік корпорацияға:` over a list. */
function addressed(sentence: Sentence): number | undefined {
  const isLine = sentence.closing === ":" && sentence.words.length <= LINE && !has(sentence, "to-hand-in");
  if (isLine) return firstOf(sentence, "to-provider");
  if (sentence.closing === ":" && has(sentence, "list-of-documents")) return firstOf(sentence, "to-provider");
  return has(sentence, "when-applying", "handed-in", "handing-in")
    ? marksFor(sentence, "to-provider").find((mark) => isListed(sentence, mark))?.from
    : undefined;
}

/** `берушіге, Мемлекеттік корпорацияға, порталға жүгінген кезде`: one of several places. */
const isListed = (sentence: Sentence, mark: Mark): boolean =>
  gapAfter(sentence, mark.to - 1).includes(",") ||
  (["or", "and"] as const).some((cue) => marksFor(sentence, cue).some((next) => next.from === mark.to));

const NAMES: Readonly<Record<Channel, Cue>> = {
  provider: "in-person",
  phone: "phone",
  portal: "portal",
  corporation: "corporation",
  post: "post",
};

const NONE: readonly Channel[] = [];
const ALL: readonly Cue[] = [...Object.values(NAMES), "paper-way", "turning-to-provider", "to-provider"];

const firstOf = (sentence: Sentence, cue: Cue): number | undefined => marksFor(sentence, cue)[0]?.from;

/** The call centre's telephone for complaints, the number a password is sent to, and electronic mail are no ways of applying. */
const isDenied = (sentence: Sentence, channel: Channel): boolean =>
  (channel === "phone" && has(sentence, "complaint", "one-time-password")) ||
  (channel === "post" && has(sentence, "not-post"));

/** The ways that a statement itself is told for: named in it, or in the one before that it goes on with (`Бұл ретте …`). */
export function namedWays(statement: Statement): readonly Channel[] {
  const own = waysIn(statement);
  if (own.length > 0 || statement.before === undefined || !has(statement, "in-this-case")) return own;
  return waysIn(statement.before);
}

/** Whether a sentence that names ways says of what follows it by which people apply: `Портал арқылы жүгінген кезде …`. */
export const setsWay = (sentence: Sentence): boolean =>
  sentence.closing === ":" || has(sentence, "when-applying");

/** `алушы портал арқылы … жолдайды`: sets the way for the steps after it, where nothing else has. */
export const showsWay = (sentence: Sentence): boolean =>
  marksFor(sentence, "applicant").some((mark) => mark.from <= OPENING);

/** Words at most before the applicant, where the applicant opens the sentence. */
const OPENING = 3;
