import type { Language } from "../model/language.ts";
import WORDS from "./event-words.json" with { type: "json" };

/** What an event is called. A step that no list names is one of the procedure: its id is for machines. */
export function eventName(event: string, language: Language): string {
  return (isNamed(event) ? NAMES[event] : NAMELESS)?.[language] ?? "";
}

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = WORDS;

/** Whether an event has a name that people know it by. */
export const isNamed = (event: string): boolean => Object.hasOwn(NAMES, event);

/** From which event to which a term runs; empty where it names neither. */
export const eventsText = (
  { fromEvent, toEvent }: { readonly fromEvent?: string; readonly toEvent?: string },
  language: Language,
): string =>
  fromEvent === undefined && toEvent === undefined
    ? ""
    : [fromEvent, toEvent]
        .map((event) => (event === undefined ? "…" : eventName(event, language)))
        .join(" → ");

const NAMELESS: Readonly<Record<Language, string>> = {
  kk: "рәсімнің қадамы",
  ru: "действие процедуры",
  en: "a step of the procedure",
};
