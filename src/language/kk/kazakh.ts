import actCues from "./act-cues.json" with { type: "json" };
import numbers from "./numbers.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import timeCues from "./time-cues.json" with { type: "json" };
import time from "./time.json" with { type: "json" };
import ways from "./ways.json" with { type: "json" };
import { readLexicon } from "../lexicon.ts";

/** The words of Kazakh that rules are read by. */
export const kazakh = readLexicon({ numbers, time, phrases: [people, ways, timeCues, actCues] });
