export type { Rule, Candidate, Kind, Channel } from "./model/rule.ts";
export type { Rulebook } from "./rulebook/rulebook.ts";
