import type { Registered, RepealedBy } from "./act-head.ts";

/** What nobody has told. */
export const UNKNOWN = "unknown";

/** What is known of a text beside its words (`<stem>.about.json`, `schemas/about.schema.json`). Days are `YYYY-MM-DD`. */
export interface About {
  readonly id: string;
  readonly file: string;
  /** This, the number, the body and the days of adoption and edition are `unknown` where nobody has told them. */
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly edition: string;
  readonly body: string;
  readonly registered: Registered | "unknown";
  readonly status: ActStatus;
  readonly language: string;
  readonly zone?: { readonly id: string; readonly why: string };
  /** Where the file comes from. */
  readonly origin: string;
  readonly sha256: string;
  /** What the version of this text was called before: decisions made under it are decisions on this text. */
  readonly formerEditions?: readonly string[];
  readonly changes?: readonly AboutChange[];
}

/** Whether an act is in force, as far as its text or a reviewer says. */
export type ActStatus =
  | { readonly state: "in-force" | "unknown"; readonly why: string }
  | { readonly state: "repealed"; readonly by: RepealedBy | "unknown" };

/** Who has corrected what is told of an act, and the fields as they were before. */
export interface AboutChange {
  readonly by: string;
  readonly at: string;
  readonly was: Readonly<Record<string, unknown>>;
}

/** The name of a version: that of the text's edition, and where it is not known `1`. */
export const versionOf = (about: Pick<About, "edition"> | undefined): string =>
  about === undefined || about.edition === UNKNOWN ? "1" : about.edition;

/** What is told, without the word for what is not. */
export const told = (value: string | undefined): string | undefined =>
  value === UNKNOWN ? undefined : value;
