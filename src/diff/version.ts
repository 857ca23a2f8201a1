import type { UnreadShare } from "../model/unread-share.ts";
import type { ChangeWords } from "../language/change-words.ts";
import type { Rule } from "../model/rule.ts";
import type { VersionText } from "./text/part.ts";

/** One service of a version: its rules, and its words as far as they are at hand. */
export interface ServiceRules {
  /** Number of the service in its act, or the rulebook's id. */
  readonly key: string;
  readonly name: string;
  /** Path that all its provisions start with; without one, a first step that all its rules share. */
  readonly root?: string;
  /** All words of the regulation, for finding the same service under another name; without them, the rules' quotes. */
  readonly text?: string;
  readonly rules: readonly Rule[];
  /** Kinds of rules that it leaves to acts that are not at hand. */
  readonly notHeld?: readonly string[];
}

/** One side of a comparison: an act's services, or one rulebook. */
export interface Version {
  readonly name: string;
  readonly of: "candidates" | "rules";
  /** How much of it is unread; absent: nobody knows. */
  readonly unread?: UnreadShare;
  readonly services: readonly ServiceRules[];
  /** Of a rulebook: the words of its language, by which wordings are compared; a text brings them itself. */
  readonly words?: ChangeWords;
  /** All words of a text, for what stands outside its rules; a rulebook has none. */
  readonly text?: VersionText;
}
