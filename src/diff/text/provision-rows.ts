import type { ComparedWords, ProvisionRow, ProvisionWords } from "../../model/provision-table.ts";
import type { Mark } from "../../model/change.ts";
import { wordMarks } from "../marks.ts";
import type { ServicePair } from "../pair-services.ts";
import { Places } from "./moved-parts.ts";
import type { Part } from "./part.ts";
import { sameWording } from "./same-wording.ts";
import type { PartUnit } from "./text-order.ts";

/** A row, and the service that it belongs to. */
export type RowOfService = ProvisionRow & { readonly service: ServicePair };

/** The provisions that differ, in the order of the parts. */
export function rowsOf(units: readonly PartUnit[]): readonly RowOfService[] {
  const places = new Places(units);
  const rows: RowOfService[] = [];
  for (const provision of byProvision(units)) {
    const row = rowOf(provision, places);
    const last = rows.at(-1);
    if (row === undefined) continue;
    if (last !== undefined && goesWith(row, last))
      rows[rows.length - 1] = { ...last, words: [...last.words, ...row.words] };
    else rows.push(row);
  }
  return rows;
}

/** All parts of one provision one after another: its heading, its label and its words. */
function byProvision(units: readonly PartUnit[]): readonly (readonly PartUnit[])[] {
  const provisions: PartUnit[][] = [];
  for (const unit of units) {
    const last = provisions.at(-1)?.[0];
    if (
      last !== undefined &&
      last.service === unit.service &&
      last.old?.path === unit.old?.path &&
      last.now?.path === unit.now?.path
    )
      provisions.at(-1)?.push(unit);
    else provisions.push([unit]);
  }
  return provisions;
}

function rowOf(units: readonly PartUnit[], places: Places): RowOfService | undefined {
  const [first] = units;
  if (first === undefined) return undefined;
  const moved = units.some(
    ({ old, now }) =>
      old !== undefined && now !== undefined && !readOtherwise(old, now) && places.moved(old, now),
  );
  const is = kindOf(units) ?? (moved ? "moved" : undefined);
  return is === undefined ? undefined : { service: first.service, is, moved, words: units.map(wordsOf) };
}

/** What became of the words of a provision; absent where nothing did. */
function kindOf(units: readonly PartUnit[]): ProvisionRow["is"] | undefined {
  if (units.every(({ old }) => old === undefined)) return "added";
  if (units.every(({ now }) => now === undefined)) return "removed";
  const differing = units.filter(
    ({ old, now }) =>
      old === undefined ||
      now === undefined ||
      old.excluded !== now.excluded ||
      !(sameWording(old.text, now.text) || samePrinted(old, now)),
  );
  const [one] = differing;
  if (one === undefined) return undefined;
  if (one.now?.excluded === true && one.old?.excluded === false) return "taken-out";
  return one.now?.excluded === false && one.old?.excluded === true ? "put-back" : "changed";
}

const printed = (part: Part): string => `${numberOf(part) ?? ""} ${part.text}`;
const samePrinted = (old: Part, now: Part): boolean => sameWording(printed(old), printed(now));

/** The number is printed on both sides, and on one was not read as such: nothing moved. */
const readOtherwise = (old: Part, now: Part): boolean =>
  (old.label === undefined) !== (now.label === undefined) && samePrinted(old, now);

/** What stands below a clause, an item or a row that came or went is told with it; what only moved, with what moved beside it. */
function goesWith(row: RowOfService, last: RowOfService): boolean {
  if (row.is !== last.is || row.service !== last.service) return false;
  if (row.is === "moved") return true;
  if (row.is !== "added" && row.is !== "removed") return false;
  const [head, path] = [last, row].map(({ words: [first] }) => (first?.new ?? first?.old)?.side.path ?? "");
  return /(?:^|\/)(?:clause|item|row)-[^/]*$/u.test(head ?? "") && (path ?? "").startsWith(`${head ?? ""}/`);
}

function wordsOf({ old, now }: PartUnit): ComparedWords {
  return {
    ...(old === undefined ? {} : { old: told(old) }),
    ...(now === undefined ? {} : { new: told(now) }),
    marks: marksOf(old, now),
  };
}

function told(part: Part): ProvisionWords {
  const number = numberOf(part);
  return { side: part.side, ...(number === undefined ? {} : { number }), text: linesOf(part) };
}

/** The number of a clause or item as it is printed; of the note in place of one that was taken out, none. */
const numberOf = ({ label, path, excluded }: Part): string | undefined =>
  label === undefined || excluded ? undefined : `${label}${/(?:^|\/)clause-[^/]*$/u.test(path) ? "." : ")"}`;

/** The lines of a form are its own; those of other words are where the text happened to be broken. */
const linesOf = ({ role, text }: Part): string =>
  role === "form"
    ? text
        .split("\n")
        .map((line) => line.replace(/\s+/gu, " ").trim())
        .filter((line) => line !== "")
        .join("\n")
    : text.replace(/\s+/gu, " ").trim();

/** Stands for the end of a line while words are compared, which knows no lines. */
const LINE_END = "\uE000";

function marksOf(old: Part | undefined, now: Part | undefined): readonly Mark[] {
  if (old === undefined) return now === undefined ? [] : [{ is: "added", text: linesOf(now) }];
  if (now === undefined) return [{ is: "removed", text: linesOf(old) }];
  const [before, after] = [old, now].map((part) => linesOf(part).replaceAll("\n", LINE_END));
  return wordMarks(before ?? "", after ?? "").map(({ is, text }) => ({
    is,
    text: text.replaceAll(LINE_END, "\n"),
  }));
}
