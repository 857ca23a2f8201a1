import type { Names } from "../names.ts";
import type { Change, ChangeSide, Comparison, Mark, ServiceComparison } from "../../model/change.ts";
import type { Kind } from "../../model/rule.ts";
import { citation } from "../citation.ts";
import { withinSentence } from "../../model/within-sentence.ts";
import { word } from "../rule-words.ts";
import { wherePrinted } from "../source-place.ts";
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
export function diffText(comparison: Comparison, names: Names, style: MarkStyle = PLAIN): string {
  const { page } = WORDING[names.language];
  return [
    `${comparison.old} → ${comparison.new}`,
    page[comparison.of],
    ...unreadText(comparison, names),
    ...comparison.services.map((service) => serviceText(service, names, style)),
    "",
  ].join("\n");
}

/** How much of each side is unread, a line a side. */
export function unreadText({ unread }: Comparison, names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  return (["old", "new"] as const).map(
    (side) => `${page[side]}: ${unreadShareWords(unread[side], names.language)}`,
  );
}

function serviceText(service: ServiceComparison, names: Names, style: MarkStyle): string {
  const { page } = WORDING[names.language];
  const of = (kind: Change["class"]): readonly Change[] =>
    service.changes.filter((change) => change.class === kind);
  const substance = of("substance").filter((change) => !isOutside(change));
  const [outside, unread] = [of("substance").filter(isOutside), of("unread")];
  return [
    "",
    style.heading(serviceTitle(service)),
    ...pairedText(service, names),
    ...nothingText(service, names).map((text) => `  ${text}`),
    ...substance.map((change) => changeText(change, names, style)),
    ...(outside.length === 0 ? [] : [style.heading(`  ${page.outside}: ${outside.length}`)]),
    ...outside.map((change) => changeText(change, names, style)),
    ...listText(page.unread, unread, names),
    ...listText(page.wording, of("wording"), names),
    ...listText(page.moved, of("moved"), names),
    ...unchangedText(service, names),
  ].join("\n");
}

/** Changes of words outside rules; a whole service that came or went is none. */
export const isOutside = (change: Change): boolean =>
  change.class === "substance" && change.code.startsWith("provision-");

/** That nothing changed, where nothing did; that only the wording did, where no change of substance was found. */
export function nothingText({ changes }: ServiceComparison, names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  if (changes.some((change) => change.class === "substance")) return [];
  return [changes.every((change) => change.class === "moved") ? page.nothing : page.onlyWording];
}

const listText = (title: string, changes: readonly Change[], names: Names): readonly string[] =>
  changes.length === 0
    ? []
    : [`  ${title}: ${changes.length}`, ...changes.map((one) => shortText(one, names))];

/** `1 «old name» → 2 «new name»`, or the one name there is. */
export function serviceTitle({ old, new: now }: ServiceComparison): string {
  const title = ({ key, name }: { readonly key: string; readonly name: string }): string =>
    name === "" ? key : `${key}. «${name}»`;
  if (old === undefined || now === undefined)
    return [old, now].flatMap((one) => (one === undefined ? [] : [title(one)])).join("");
  return old.name === now.name ? title(now) : `${title(old)} → ${title(now)}`;
}

export function pairedText(
  { paired, likeness, notHeld }: ServiceComparison,
  names: Names,
): readonly string[] {
  const { page } = WORDING[names.language];
  const elsewhere = notHeldText(notHeld, names);
  if (paired === undefined) return elsewhere;
  if (paired === "alike") return [`  (${page.pairedAlike} ${likeness ?? 0})`, ...elsewhere];
  return [`  (${paired === "stated" ? page.pairedStated : page.pairedAlone})`, ...elsewhere];
}

/** What a side leaves to other acts, so that nobody takes for new what was there before, elsewhere. */
function notHeldText(notHeld: ServiceComparison["notHeld"], names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  const sides = [[page.old, notHeld?.old ?? []] as const, [page.new, notHeld?.new ?? []] as const];
  return sides.flatMap(([side, left]) =>
    left.length === 0
      ? []
      : [`  ${side}: ${page.notHeld}: ${left.map((kind) => word("kinds", kind, names.language)).join(", ")}`],
  );
}

function changeText(change: Change, names: Names, style: MarkStyle): string {
  const { page } = WORDING[names.language];
  const both = change.old !== undefined && change.new !== undefined;
  const lines = [
    `  ${headline(change, names)}`,
    ...(isOutside(change) ? [] : [`    ${gainsText(change, names)}`]),
    ...accountText(change, names).map((text) => `    ${text}`),
    ...(change.old === undefined ? [] : [`    ${page.old}: ${place(change.old, names)}`]),
    ...(change.new === undefined ? [] : [`    ${page.new}: ${place(change.new, names)}`]),
    ...(change.marks.length === 0 ? [] : [`    «${both ? marked(change.marks, style) : quoteOf(change)}»`]),
  ];
  return lines.join("\n");
}

/** That the words of a provision were not read on the side that is to be in force, or on the one there is. */
export function accountText({ old, new: now }: Change, names: Names): readonly string[] {
  return (now ?? old)?.account === "unread" ? [WORDING[names.language].page.accountUnread] : [];
}

function place({ cite, file, lines, place: found }: ChangeSide, names: Names): string {
  const told = citation(cite, names.language);
  if (file === undefined) return told;
  const line = lines?.[0] ?? 1;
  return `${told} (${wherePrinted({ file, lines: [line, line], ...(found && { place: found }) }, names.language)})`;
}

const quoteOf = (change: Change): string => change.new?.quote ?? change.old?.quote ?? "";

/** What changed in one line: `term shortened – term: 3 working days → 1 working days`. */
export function headline(change: Change, names: Names): string {
  const fields = change.fields.map((field) => fieldText(field, names)).filter((text) => text !== "");
  const { codes, page } = WORDING[names.language];
  const kind =
    change.class === "substance" || change.kind === undefined
      ? ""
      : ` (${withinSentence(word("kinds", change.kind, names.language))})`;
  const places = change.places === undefined ? "" : ` (${page.places}: ${change.places})`;
  return `${codes[change.code]}${kind}${places}${fields.length === 0 ? "" : ` – ${fields.join("; ")}`}`;
}

export function gainsText({ gains }: Change, names: Names): string {
  const { page, gains: words } = WORDING[names.language];
  return `${page.applicant}: ${words[gains.applicant]}, ${page.provider}: ${words[gains.provider]}`;
}

function shortText(change: Change, names: Names): string {
  return `    ${headline(change, names)}: ${citesText(change, names)}`;
}

/** Where a change stands: on the old side and on the new, once where both say the same. */
const citesText = (change: Change, names: Names): string =>
  [...new Set([change.old?.cite, change.new?.cite])]
    .filter((cite) => cite !== undefined)
    .map((cite) => citation(cite, names.language))
    .join(" → ");

function marked(marks: readonly Mark[], style: MarkStyle): string {
  return marks
    .map(({ is, text }) =>
      is === "same" ? text : is === "removed" ? style.removed(text) : style.added(text),
    )
    .join("");
}

export function unchangedText({ unchanged }: ServiceComparison, names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  const counts = (Object.entries(unchanged) as [Kind, number][]).map(
    ([kind, count]) => `${withinSentence(word("kinds", kind, names.language))} – ${count}`,
  );
  return counts.length === 0 ? [] : [`  ${page.unchanged}: ${counts.join(", ")}`];
}
