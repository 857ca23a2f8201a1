import { owning, type Block, type TableRow } from "../act.ts";
import { says, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { TOPICS, type Topic } from "../frame/rows.ts";
import type { Random } from "../random.ts";
import { LABELS } from "./labels.ts";

/** What a row of requirements is about is told by its label in any wording, by its number, by what it holds. */
export const rowLabels: Family = {
  id: "row-labels",
  shows:
    "labels of all topics in the wordings of the law, broken in two lines, with a colon, rows without or with wrong numbers",
  make(random) {
    const act = frame(random);
    const regulations = act.regulations.map((blocks) => blocks.map((block) => relabelled(random, block)));
    return owning({ ...act, regulations }, isTable);
  },
};

const isTable = (block: Block): boolean => block.is === "table";

function relabelled(random: Random, block: Block): Block {
  if (block.is !== "table") return block;
  const rows = TOPICS.map(
    (topic, index) => [[], label(random, topic), block.rows[index]?.[2] ?? []] as const,
  );
  const more = extraRows(random).map((row) => [[], ...row] as const);
  const all: TableRow[] = [...more, ...rows];
  const title = random.chance(0.15) ? undefined : block.title;
  return { is: "table", rows: numbered(random, all), ...(title === undefined ? {} : { title }) };
}

/** Rows that some acts have before the usual ones: the service's name, its kinds. */
function extraRows(random: Random): TableRow[] {
  const name: TableRow = [
    [says("Мемлекеттік көрсетілетін қызметтің атауы")],
    [says("Осы Қағидалардың атауында көрсетілген")],
  ];
  const kinds: TableRow = [[says("Мемлекеттік көрсетілетін қызметтің кіші түрлерінің атауы")], [says("жоқ")]];
  return random.pick([[], [], [], [name], [name, kinds]]);
}

function label(random: Random, topic: Topic): Said[] {
  const words = random.pick(LABELS[topic]);
  if (random.chance(0.12) && words.includes(" ")) {
    const cut = random.pick([...words.matchAll(/ /gu)].map(({ index }) => index));
    return [says(words.slice(0, cut)), says(words.slice(cut + 1))];
  }
  return [says(random.chance(0.12) ? `${words}:` : words)];
}

/** Numbers as acts have them: with a full stop, none at all, one of them wrong or said twice. */
function numbered(random: Random, rows: readonly TableRow[]): TableRow[] {
  const mark = random.pick(["", "", "."]);
  const numbers = rows.map((_, index) => index + 1);
  const fault = random.next();
  if (fault < 0.12) return rows.map(([, ...cells]) => cells);
  const at = random.int(0, rows.length - 1);
  if (fault < 0.22) numbers[at] = numbers[at]! * 11;
  if (fault > 0.9) numbers.fill(numbers[at]!, at, at + 2);
  return rows.map(([, ...cells], index) => [
    fault > 0.22 && fault < 0.28 && index === at ? [] : [says(`${numbers[index]!}${mark}`)],
    ...cells,
  ]);
}
