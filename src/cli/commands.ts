import type { CommandEntry } from "./command.ts";

/** Every command, in the order of `--help`. To add one is to add a file and a line here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "outline",
    summary: "the tree of an act, part by part; --repairs lists what was mended",
    load: async () => (await import("./outline.ts")).command,
  },
  {
    name: "extract",
    summary:
      "the candidate rules of texts, each with its place and its words; --unread what was not read, --ledger what became of every leaf",
    load: async () => (await import("./extract.ts")).command,
  },
  {
    name: "check",
    summary: "says whether a request is admissible, why, what is missing, and until when it must be answered",
    load: async () => (await import("./check.ts")).command,
  },
  {
    name: "audit",
    summary: "which cases of a log broke which clause, by how much, and where",
    load: async () => (await import("./audit.ts")).command,
  },
  {
    name: "estimate",
    summary: "what a sample of an audit that somebody has checked says of all its cases",
    load: async () => (await import("./estimate.ts")).command,
  },
  {
    name: "due",
    summary: "when a term ends, and how that was counted",
    load: async () => (await import("./due.ts")).command,
  },
  {
    name: "calendar",
    summary: "a year of a country's calendar: working days, days off, moved days with their acts",
    load: async () => (await import("./calendar.ts")).command,
  },
  {
    name: "review",
    summary: "the workbench in the browser, where people decide on what was read",
    load: async () => (await import("./review.ts")).command,
  },
  {
    name: "rules",
    summary: "rulebooks: what there is, one as a lawyer would read it, and deriving them from decisions",
    load: async () => (await import("./rules.ts")).command,
  },
  {
    name: "form",
    summary: "a JSON Schema of a request for one service, made from its rules",
    load: async () => (await import("./form.ts")).command,
  },
  {
    name: "kit",
    summary: "boundary cases of a service for a provider's own system, and how its answers agree with them",
    load: async () => (await import("./kit.ts")).command,
  },
  {
    name: "diff",
    summary: "what changed in substance between two versions, and for whom",
    load: async () => (await import("./diff.ts")).command,
  },
  {
    name: "amend",
    summary:
      "an act with the changes of an amending act: each with its clause, and what could not be applied",
    load: async () => (await import("./amend.ts")).command,
  },
  {
    name: "parity",
    summary: "where the Kazakh and the Russian text of an act differ in substance",
    load: async () => (await import("./parity.ts")).command,
  },
  {
    name: "lint",
    summary: "contradictions and drafting faults of a text or a rulebook",
    load: async () => (await import("./lint.ts")).command,
  },
  {
    name: "lsp",
    summary: "a language server for editors: what lint finds, while one writes",
    load: async () => (await import("./lsp.ts")).command,
  },
  {
    name: "serve",
    summary: "HTTP API: verdicts, forms, due times, rules; and the workbench",
    load: async () => (await import("./serve.ts")).command,
  },
  {
    name: "replay",
    summary: "makes a verdict again from its receipt, or says what differs",
    load: async () => (await import("./replay.ts")).command,
  },
  {
    name: "store",
    summary:
      "the PostgreSQL that servers keep decisions in: making its tables, and looking through its chain",
    load: async () => (await import("./store.ts")).command,
  },
  {
    name: "start",
    summary: "shows it all at work: the corpus read, a sample request checked, a sample log audited",
    load: async () => (await import("./start.ts")).command,
  },
];
