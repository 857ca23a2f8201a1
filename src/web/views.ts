import type { Vocabulary } from "../model/vocabulary.ts";
import type { Language } from "../model/language.ts";
import type { LedgerEntry, PlainReason } from "../model/ledger.ts";
import type { RuleParts } from "../report/rule-words.ts";
import type { ParityPoint } from "../model/parity.ts";
import type { Candidate, Kind } from "../model/rule.ts";
import type { TwinRemark } from "../model/twin.ts";
import type { SourcePlace } from "../model/source-place.ts";
import type { Names } from "../report/names.ts";

/** What every page needs to know. */
export interface Chrome {
  /** What facts and documents are called. */
  readonly names: Names;
  /** The facts and documents that there are names for. */
  readonly vocabulary: Vocabulary;
  readonly lang: Language;
  /** Where the workbench is mounted, `/review`. */
  readonly base: string;
  /** Token that every change has to bring along. */
  readonly token: string;
  /** Who is at the desk; absent before signing in. */
  readonly reviewer?: string;
  /** Whether that is a session which can be ended. */
  readonly maySignOut?: boolean;
  /** Path and query of this page, to come back to in another language. */
  readonly here: string;
}

export const STATES = [
  "disagreement",
  "stale",
  "lost",
  "unread",
  "unconfirmed",
  "waiting",
  "partly",
  "accepted",
  "rejected",
  "dismissed",
] as const;
/** How a card stands, in the order of what needs looking at first. */
export type CardState = (typeof STATES)[number];

/** One rule, candidate or unread stretch as a card shows it. */
export interface Card {
  /** Number of the card on its page; highlights in the text bear it too. */
  readonly number: number;
  /** The rule's id; absent for what is unread. */
  readonly rule?: string;
  /** Names what is unread. */
  readonly place?: string;
  /** Why unread words may hold a rule, and how likely. */
  readonly reason?: NonNullable<LedgerEntry["reason"]>;
  readonly risk?: NonNullable<LedgerEntry["risk"]>;
  readonly service: number;
  readonly kind?: Kind;
  readonly state: CardState;
  readonly confidence?: number;
  readonly values?: RuleParts;
  readonly path: string;
  readonly cite: string;
  readonly lines?: readonly [number, number];
  /** Where its words begin in a file that has no lines to count. */
  readonly at?: SourcePlace;
  readonly quote: string;
  /** Of an unread place that a person made a rule of a part of: those rules, and the words that are left. */
  readonly taken?: { readonly rules: readonly string[]; readonly left: string };
  readonly notes: readonly ("moved" | "requoted" | "reread")[];
  readonly said: readonly Saying[];
  /** What was said of it beside deciding, and whose it is to look at. */
  readonly comments?: readonly CardComment[];
  readonly assigned?: string;
  /** By four eyes it waits for a second person: who holds to it, and whether whoever looks at it is one of them. */
  readonly awaits?: { readonly by: readonly string[]; readonly own: boolean };
  /** Fields that were decided otherwise than the machine read them, or now reads them. */
  readonly compared?: readonly ComparedField[];
  /** What the act's text in its other language has here, where that is at hand. */
  readonly twin?: CardTwin;
}

export interface CardComment {
  readonly decision: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** One field in the machine's reading and in the decision; absent where it is not known what was read. */
export interface ComparedField {
  readonly field: string;
  readonly read?: unknown;
  readonly decided: unknown;
  readonly now?: unknown;
}

/** The other language's text beside a card. */
export interface CardTwin {
  readonly language: Language;
  /** Language of the act's own text. */
  readonly own: Language;
  /** The provision over there; absent where there is none. */
  readonly words?: { readonly cite: string; readonly quote: string };
  /** How the rule reads over there. */
  readonly reading?: TwinRemark;
  /** In what the two provisions differ in substance. */
  readonly points: readonly ParityPoint[];
  /** Rules that it has here, where none was read from these words. */
  readonly rules: readonly Candidate[];
}

/** What one person decided. */
export interface Saying {
  readonly decision: string;
  readonly by: string;
  readonly at: string;
  readonly action: "accept" | "edit" | "add" | "reject" | "dismiss";
  /** Of a dismissal: the ledger's reason, where one was chosen. */
  readonly reason?: PlainReason;
  readonly why?: string;
  readonly values?: RuleParts;
}

/** A line of the file, cut where a highlight begins or ends. */
export interface TextLine {
  readonly number: number;
  readonly start: number;
  /** Where it stands in a file that has no lines to count. */
  readonly at?: SourcePlace;
  readonly pieces: readonly Piece[];
}
export interface Piece {
  readonly text: string;
  readonly cards: readonly number[];
  readonly kind?: Kind | "unread";
  readonly state?: CardState;
  /** A repair reads these words as this. */
  readonly readAs?: string;
}

export type Counts = Readonly<Record<CardState, number>>;
