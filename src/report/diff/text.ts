import type { Language } from "../../model/language.ts";
import type { Change, Comparison, Mark, ServiceComparison } from "../../model/change.ts";
import type { Kind } from "../../model/rule.ts";
import { unreadShareWords } from "../unread-share.ts";
import { fieldText, WORDING } from "./wording.ts";

/** How marked words stand out: colours on a terminal, brackets elsewhere. */
export interface MarkStyle {
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly heading: (text: string) => string;
}

export const PLAIN: MarkStyle = {
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
  heading: (text) => text,
};

/** A comparison for the terminal: substance in full, wording and moves by a line each, the unchanged by number. */
export function diffText(comparison: Comparison, language: Language, style: MarkStyle = PLAIN): string {
  const { page } = WORDING[language];
  return [
    `${comparison.old} → ${comparison.new}`,
    page[comparison.of],
    ...unreadText(comparison, language),
    ...comparison.services.map((service) => serviceText(service, language, style)),
    "",
  ].join("\n");
}

/** How much of each side is unread, a line a side. */
export function unreadText({ unread }: Comparison, language: Language): readonly string[] {
  const { page } = WORDING[language];
  return (["old", "new"] as const).map(
    (side) => `${page[side]}: ${unreadShareWords(unread[side], language)}`,
  );
}

function serviceText(service: ServiceComparison, language: Language, style: MarkStyle): string {
  const { page } = WORDING[language];
  const of = (kind: Change["class"]): readonly Change[] =>
    service.changes.filter((change) => change.class === kind);
  const [substance, wording, moved] = [of("substance"), of("wording"), of("moved")];
  return [
    "",
    style.heading(serviceTitle(service)),
    ...pairedText(service, language),
    ...(substance.length === 0
      ? [`  ${page.nothing}`]
      : substance.map((change) => changeText(change, language, style))),
    ...(wording.length === 0
      ? []
      : [`  ${page.wording}: ${wording.length}`, ...wording.map((one) => shortText(one, language))]),
    ...(moved.length === 0
      ? []
      : [`  ${page.moved}: ${moved.length}`, ...moved.map((one) => shortText(one, language))]),
    ...unchangedText(service, language),
  ].join("\n");
}

/** `1 «old name» → 2 «new name»`, or the one name there is. */
export function serviceTitle({ old, new: now }: ServiceComparison): string {
  const title = ({ key, name }: { readonly key: string; readonly name: string }): string =>
    name === "" ? key : `${key}. ${name}`;
  if (old === undefined || now === undefined)
    return [old, now].flatMap((one) => (one === undefined ? [] : [title(one)])).join("");
  return old.name === now.name ? title(now) : `${title(old)} → ${title(now)}`;
}

export function pairedText(
  { paired, likeness, notHeld }: ServiceComparison,
  language: Language,
): readonly string[] {
  const { page } = WORDING[language];
  const elsewhere = notHeldText(notHeld, language);
  if (paired === undefined) return elsewhere;
  if (paired === "alike") return [`  (${page.pairedAlike} ${likeness ?? 0})`, ...elsewhere];
  return [`  (${paired === "stated" ? page.pairedStated : page.pairedAlone})`, ...elsewhere];
}

/** What a side leaves to other acts, so that nobody takes for new what was there before, elsewhere. */
function notHeldText(notHeld: ServiceComparison["notHeld"], language: Language): readonly string[] {
  const { page, kinds } = WORDING[language];
  const sides = [[page.old, notHeld?.old ?? []] as const, [page.new, notHeld?.new ?? []] as const];
  return sides.flatMap(([side, left]) =>
    left.length === 0
      ? []
      : [
          `  ${side}: ${page.notHeld}: ${left.map((kind) => (kind in kinds ? kinds[kind as Kind] : kind)).join(", ")}`,
        ],
  );
}

function changeText(change: Change, language: Language, style: MarkStyle): string {
  const { page } = WORDING[language];
  const both = change.old !== undefined && change.new !== undefined;
  const lines = [
    `  ${headline(change, language)}`,
    `    ${gainsText(change, language)}`,
    ...(change.old === undefined ? [] : [`    ${page.old}: ${place(change.old)}`]),
    ...(change.new === undefined ? [] : [`    ${page.new}: ${place(change.new)}`]),
    ...(change.marks.length === 0
      ? []
      : [`    ${both ? marked(change.marks, style) : `«${quoteOf(change)}»`}`]),
  ];
  return lines.join("\n");
}

const place = (side: {
  readonly cite: string;
  readonly file?: string;
  readonly lines?: readonly [number, number];
}): string => (side.file === undefined ? side.cite : `${side.cite} (${side.file}:${side.lines?.[0] ?? 1})`);

const quoteOf = (change: Change): string => change.new?.quote ?? change.old?.quote ?? "";

/** What changed in one line: `term shortened – term: 3 working days → 1 working days`. */
export function headline(change: Change, language: Language): string {
  const fields = change.fields.map((field) => fieldText(field, language)).filter((text) => text !== "");
  const { codes, kinds } = WORDING[language];
  const kind = change.class === "substance" || change.kind === undefined ? "" : ` (${kinds[change.kind]})`;
  return `${codes[change.code]}${kind}${fields.length === 0 ? "" : ` – ${fields.join("; ")}`}`;
}

export function gainsText({ gains }: Change, language: Language): string {
  const { page, gains: words } = WORDING[language];
  return `${page.applicant}: ${words[gains.applicant]}, ${page.provider}: ${words[gains.provider]}`;
}

function shortText(change: Change, language: Language): string {
  const cites = [change.old?.cite, change.new?.cite].filter((cite) => cite !== undefined);
  return `    ${headline(change, language)}: ${[...new Set(cites)].join(" → ")}`;
}

function marked(marks: readonly Mark[], style: MarkStyle): string {
  return marks
    .map(({ is, text }) =>
      is === "same" ? text : is === "removed" ? style.removed(text) : style.added(text),
    )
    .join("");
}

export function unchangedText({ unchanged }: ServiceComparison, language: Language): readonly string[] {
  const { page, kinds } = WORDING[language];
  const counts = (Object.entries(unchanged) as [Kind, number][]).map(
    ([kind, count]) => `${kinds[kind]} ${count}`,
  );
  return counts.length === 0 ? [] : [`  ${page.unchanged}: ${counts.join(", ")}`];
}
