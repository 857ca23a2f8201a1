import actCues from "./kk/act-cues.json" with { type: "json" };
import numbers from "./kk/numbers.json" with { type: "json" };
import people from "./kk/people.json" with { type: "json" };
import timeCues from "./kk/time-cues.json" with { type: "json" };
import time from "./kk/time.json" with { type: "json" };
import ways from "./kk/ways.json" with { type: "json" };
import { readLexicon } from "./lexicon.ts";

/** The words of Kazakh that rules are read by. */
export const kazakh = readLexicon({ numbers, time, phrases: [people, ways, timeCues, actCues] });
