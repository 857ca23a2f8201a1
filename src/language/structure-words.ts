/** What a requirement table's row is about; the labels of these tables are standard and known. */
export type RowTopic =
  | "service-name"
  | "provider"
  | "applicant"
  | "channels"
  | "term"
  | "form"
  | "result"
  | "fee"
  | "hours"
  | "documents"
  | "refusal"
  | "other-requirements";

/**
 * The words of one language that mark the parts of an act (`language/<code>/structure.json`). Where a field holds
 * patterns, `{n}` is a number as printed, `…` some words, and `( … )?` may be absent.
 */
export interface StructureWords {
  readonly language: string;
  /** A paragraph that begins so is an editor's note. */
  readonly notes: readonly string[];
  /** Notes whose words stand in the paragraph after them. */
  readonly notesAbove: readonly string[];
  /** Patterns: how what stands for a clause or item that an amendment has taken out begins. */
  readonly excluded: readonly string[];
  /** Patterns: the line that heads an annex. */
  readonly annexHeads: readonly string[];
  /** What an annex may belong to, in the case the head has it in. */
  readonly annexOfAct: readonly string[];
  readonly annexOfRegulation: readonly string[];
  readonly annexOfTable: readonly string[];
  /** Patterns: the last, or first, words of an approval stamp. */
  readonly approved: readonly string[];
  /** Who adopts acts, and by what, as stamps have them. */
  readonly bodies: readonly string[];
  readonly instruments: readonly string[];
  /** "Of the year" behind a year's number, and the beginning of the country's name, as stamps have them. */
  readonly ofYear: string;
  readonly country: string;
  /** Patterns: titles of what governs a service; `services` must be among their words. */
  readonly regulationTitles: readonly string[];
  readonly services: readonly string[];
  /** Patterns: words for a public service, as headings name it. */
  readonly aService: readonly string[];
  /** Patterns. */
  readonly chapters: readonly string[];
  /** Who signs an act. */
  readonly offices: readonly string[];
  readonly agreed: readonly string[];
  readonly formWords: readonly string[];
  /** Patterns. */
  readonly tableTitles: readonly string[];
  /** Words of the head of a table of addresses. */
  readonly contacts: readonly string[];
  /** Word for the act in its heading → as it is cited. */
  readonly acts: Readonly<Record<string, string>>;
  readonly cite: CiteWords;
  /** Patterns: the standard labels of a requirement table. */
  readonly rows: Readonly<Record<RowTopic, readonly string[]>>;
  /**
   * What tells a row of a requirement table by its label: beginnings of words, each with how much it speaks for the topic
   * or, below zero, against it. Labels vary in wording and order; these signs are counted wherever they stand.
   */
  readonly rowSigns: Readonly<Record<RowTopic, Readonly<Record<string, number>>>>;
  /** Patterns: what a row's cell holds where its topic is that. */
  readonly rowCells: Readonly<Partial<Record<RowTopic, string>>>;
  /** Patterns: the standard labels of a table of process steps, in their order. */
  readonly processRows: readonly string[];
}

/** How a lawyer cites; `{n}` is the number. */
export interface CiteWords {
  readonly act: string;
  readonly annex: string;
  readonly bareAnnex: string;
  /** An annex to an annex is cited with what each belongs to, `{owner}`; `1-1` would be one inserted behind the first. */
  readonly annexTo: string;
  readonly bareAnnexTo: string;
  /** What annexes belong to: how the word for it begins, in small letters, and as `{owner}` has it. */
  readonly owners: Readonly<Record<string, string>>;
  /** Whether of several such words in a title or head the last is it, or the first. */
  readonly ownerIsLast: boolean;
  /** `{owner}` where neither title nor head names it: "to it". */
  readonly toIt: string;
  readonly chapter: string;
  readonly clause: string;
  readonly item: string;
  /** With an ordinal word, and with a number where there is no word. */
  readonly part: string;
  readonly laterPart: string;
  readonly ordinals: readonly string[];
  readonly table: string;
  readonly numberedTable: string;
  readonly row: string;
  readonly cell: string;
  readonly note: string;
  readonly form: string;
  readonly heading: string;
  readonly signature: string;
}
