import type { Condition } from "../../model/condition.ts";
import type { Finding } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import type { Rule } from "../../model/rule.ts";
import type { ProvisionType } from "../../structure/provision.ts";

/** Words in the languages that somebody has written them in. */
export type SomeWords = Readonly<Partial<Record<Language, string>>>;

/** A lint that a user has written (schemas/own-lint.schema.json). */
export interface OwnLintFile {
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly message: SomeWords;
  readonly explanation?: SomeWords;
  readonly find: OwnSearch;
  readonly examples: Readonly<Record<"must" | "mustNot", readonly OwnExample[]>>;
}

/** An act as its lines, or rules as far as a lint looks at them. */
export interface OwnExample {
  readonly text?: readonly string[];
  readonly rules?: readonly Partial<Rule>[];
}

/** What is looked for: provisions or rules, and how many of them there may be. */
export interface OwnSearch {
  readonly provision?: ProvisionPattern;
  readonly rule?: Condition;
  readonly where?: Condition;
  readonly per?: "act" | "service";
  readonly count?: { readonly least?: number; readonly most?: number };
}

/** What a provision must be, all of it; words and paths by regular expressions. */
export interface ProvisionPattern {
  readonly type?: readonly ProvisionType[];
  readonly path?: string;
  readonly matches?: string;
  readonly without?: string;
  readonly within?: ProvisionPattern;
  readonly has?: ProvisionPattern;
  readonly lacks?: ProvisionPattern;
  readonly beside?: ProvisionPattern;
  readonly alone?: ProvisionPattern;
}
