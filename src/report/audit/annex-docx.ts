import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
} from "docx";
import { HARMLESS } from "../../model/audit.ts";
import type { ReportRule } from "../../model/audit-report.ts";
import type { CaseAnnexes } from "../../model/case-annex.ts";
import type { ExplainedCase, ExplainedFinding } from "../../model/explained-case.ts";
import type { Language } from "../../model/language.ts";
import { fixedDocx } from "../fixed-docx.ts";
import { explanationWords } from "../due/explanation.ts";
import ANNEX from "./annex-words.json" with { type: "json" };
import { dueText, lateText, timeText } from "./findings-html.ts";
import { AuditWords } from "./words.ts";

/** In twentieths of a point: an A4 page's width less its margins, and the margins of papers in Kazakhstan. */
const WIDTH = 9360;
const MARGINS = { left: 1701, right: 851, top: 1134, bottom: 1134 };
/** Widths of the columns of its tables, likewise. */
const EVENT_COLUMNS = [1100, 2900, 5360] as const;
const DAY_COLUMNS = [3200, 6160] as const;
const FONT = "Times New Roman";

/** A stretch of words in one look. */
const run = (options: IRunOptions): TextRun => new TextRun(options);

type Part = Paragraph | Table;
interface Told {
  readonly annexes: CaseAnnexes;
  readonly words: AuditWords;
  readonly own: (typeof ANNEX)[Language];
}

/** The annexes of an act: chosen cases, each on pages of its own, with every term counted day by day. */
export function annexDocx(annexes: CaseAnnexes, language: Language): Promise<Uint8Array> {
  const told: Told = { annexes, words: new AuditWords(language), own: ANNEX[language] };
  return fixedDocx(
    new Document({
      title: annexes.cases.map(({ case: id }) => put(told.own.title, "case", id)).join("; "),
      creator: "Tarmaq",
      styles: { default: { document: { run: { font: FONT, size: 24 } } } },
      sections: annexes.cases.map((each, index) => sectionOf(each, index + 1, told)),
    }),
  );
}

const put = (text: string, name: string, value: string): string => text.replace(`{${name}}`, () => value);

function sectionOf(explained: ExplainedCase, number: number, told: Told): ISectionOptions {
  const { own } = told;
  const right = (text: string): Paragraph => new Paragraph({ text, alignment: AlignmentType.RIGHT });
  return {
    properties: { page: { margin: MARGINS, pageNumbers: { start: 1 } } },
    footers: { default: footer(explained, told) },
    children: [
      right(put(own.annex, "number", String(number))),
      right(own.toAct),
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 240 },
        children: [inBlack(put(own.title, "case", explained.case))],
      }),
      ...aboutCase(explained, told),
      heading(own.events),
      eventsTable(explained, told),
      heading(own.findings),
      ...findingsParts(explained, told),
      ...foot(told),
    ],
  };
}

const footer = ({ case: id }: ExplainedCase, { own }: Told): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run({ text: `${put(own.page, "case", id)} `, size: 18 }),
          run({ children: [PageNumber.CURRENT], size: 18 }),
        ],
      }),
    ],
  });

const inBlack = (text: string): TextRun => run({ text, bold: true, color: "000000", font: FONT });

const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 240, after: 120 },
    keepNext: true,
    children: [inBlack(text)],
  });

/** A label and what it is, where there is something to say. */
const labelled = (label: string, text: string | null | undefined): Paragraph[] =>
  text == null || text === "" ? [] : [new Paragraph({ children: labelRuns(label, text) })];

const labelRuns = (label: string, text: string): TextRun[] => [
  run({ text: `${label}: `, bold: true }),
  new TextRun(text),
];

function aboutCase({ findings }: ExplainedCase, { annexes, words, own }: Told): Paragraph[] {
  const first = findings.map(({ finding }) => finding).find(({ service }) => service !== null);
  const service =
    first === undefined
      ? null
      : `${first.service ?? ""}${first.version === null ? "" : ` (${first.version})`}`;
  return [
    ...labelled(own.provider, first?.provider),
    ...labelled(own.service, service),
    ...labelled(own.channel, first?.channel == null ? null : words.channel(first.channel)),
    ...labelled(own.log, annexes.files.join(", ")),
    ...labelled(own.clock, annexes.zones.join(", ")),
  ];
}

/** A table of texts under a heading; widths in twentieths of a point. */
function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [new Paragraph({ children: [run({ text, bold: isHead, size: 20 })] })],
          }),
      ),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

const eventsTable = ({ events }: ExplainedCase, { own }: Told): Table =>
  table(
    EVENT_COLUMNS,
    [own.row, own.when, own.what],
    events.map(({ row, at, activity }) => [String(row), timeText(at === "" ? null : at), activity]),
  );

/** What was found, what somebody has to look into first; kept terms after it. */
function findingsParts({ findings }: ExplainedCase, told: Told): Part[] {
  if (findings.length === 0) return [new Paragraph(told.own.nothing)];
  const harmless = ({ finding }: ExplainedFinding): number => (HARMLESS.has(finding.outcome) ? 1 : 0);
  return findings
    .toSorted((one, other) => harmless(one) - harmless(other))
    .flatMap((each, index) => findingParts(each, index + 1, told));
}

function findingParts({ finding, counted }: ExplainedFinding, number: number, told: Told): Part[] {
  const { words, own } = told;
  const why = finding.reason === null ? "" : `: ${words.reason(finding.reason)}`;
  const rule = ruleOf(told.annexes.rules, finding);
  const { quote, other } = rule === undefined ? {} : words.said(rule);
  const isTerm = rule?.kind === "deadline";
  return [
    new Paragraph({
      spacing: { before: 240, after: 80 },
      keepNext: true,
      children: [run({ text: `2.${number}. ${capital(words.outcome(finding.outcome))}${why}`, bold: true })],
    }),
    ...labelled(own.rule, words.cite(finding)),
    ...labelled(
      own.words,
      quote === undefined ? null : `«${quote}»${other === undefined ? "" : ` (${other})`}`,
    ),
    ...(isTerm
      ? [
          ...labelled(own.started, finding.start === null ? null : timeText(finding.start)),
          ...labelled(own.due, finding.due === null ? null : dueText(finding.due)),
          ...labelled(own.done, finding.done === null ? null : timeText(finding.done)),
          ...labelled(own.late, lateText({ finding }, words)),
        ]
      : labelled(own.when, finding.start === null ? null : timeText(finding.start))),
    ...countedParts(counted, isTerm, told),
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function countedParts(counted: ExplainedFinding["counted"], isTerm: boolean, { words, own }: Told): Part[] {
  if (counted === null) return isTerm ? [new Paragraph(own.notCounted)] : [];
  const { head, days, foot: end, beneath } = explanationWords(counted, words.language);
  return [
    new Paragraph({
      spacing: { before: 80, after: 80 },
      keepNext: true,
      children: [new TextRun(`${own.counted}:`)],
    }),
    ...head.map(
      ([label, text]) =>
        new Paragraph({ keepNext: true, spacing: { after: 40 }, children: labelRuns(label, text) }),
    ),
    table(DAY_COLUMNS, [own.day, own.how], days),
    new Paragraph({ spacing: { before: 80 }, children: labelRuns(...end) }),
    ...beneath
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => new Paragraph({ children: [run({ text: line.trim(), size: 20 })] })),
  ];
}

/** The rule that a finding rests on. */
const ruleOf = (
  rules: readonly ReportRule[],
  { rule, version }: ExplainedFinding["finding"],
): ReportRule | undefined => rules.find((each) => each.id === rule && each.version === version);

const foot = ({ annexes, own }: Told): Paragraph[] => [
  new Paragraph({ spacing: { before: 300 }, children: [run({ text: own.basis, size: 20 })] }),
  ...labelled(own.seal, annexes.seal?.sha256),
  new Paragraph({ spacing: { before: 400 }, text: own.signed }),
];
