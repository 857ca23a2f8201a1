import type { Act, Part } from "../act.ts";
import { deadline, says, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { inCase } from "../kazakh/noun.ts";
import { anyTerm, bounded, type Term } from "../kazakh/term.ts";
import { CLERKS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { items } from "./papers.ts";
import { WORKS } from "./term-sentences.ts";

/** The steps of the staff as lists: durations before, within and after the words; lists that start from 1) again. */
export const steps: Family = {
  id: "steps",
  shows:
    "lists of steps with durations in all places, named steps, lists that start anew under headings: each step has its own cite",
  make(random): Act {
    const two = random.chance(0.6);
    return frame(random, { clauses: two ? underHeadings(random) : [process(random, "")] });
  },
};

const LEADS = [
  "Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оның орындалу ұзақтығы:",
  "Құрылымдық бөлімшелер арасындағы рәсімдердің (іс-қимылдардың) реттілігі:",
  "Рәсімдер (іс-қимылдар) мынадай тәртіппен орындалады:",
] as const;

const HEADINGS = [
  ["Көрсетілетін қызметті берушіге жүгінген кезде:", "Портал арқылы жүгінген кезде:"],
  ["Рұқсат берілген кезде:", "Рұқсат қайта ресімделген кезде:"],
  ["Бірінші кезең:", "Екінші кезең:"],
] as const;

/** One clause whose lists begin with 1) under each heading. */
function underHeadings(random: Random): Part[][] {
  const headings = random.pick(HEADINGS);
  const [lead] = process(random, "").slice(0, 1);
  return [
    [
      lead!,
      ...headings.flatMap((heading): Part[] => [
        { said: says(heading) },
        ...process(random, heading).slice(1),
      ]),
    ],
  ];
}

/** A list of steps after its lead. `list` tells apart the items of several. */
function process(random: Random, list: string): Part[] {
  const count = random.int(2, 5);
  const shape = random.pick(SHAPES);
  const mixed = random.chance(0.4);
  const said = Array.from({ length: count }, (_, index) =>
    (mixed ? random.pick(SHAPES) : shape)(random, `${list}${index + 1}`),
  );
  return [
    { said: says(random.pick(LEADS)) },
    ...items(said, () => "").map((one, index): Part => ({ mark: `${index + 1})`, said: one })),
  ];
}

type Shape = (random: Random, item: string) => Said;

const duration = (random: Random): Term => anyTerm(random, "minute", "hour", "working-day");

const step = (text: string, { amount, unit }: Term, item: string): Said =>
  says(text, deadline(amount, unit, "step", { item }));

/** What is done, as the name of an act. */
const NAMED = [
  "құжаттарды қабылдау және тіркеу",
  "өтінішті басшыға беру",
  "ұсынылған құжаттардың толықтығын тексеру",
  "рұқсаттың жобасын дайындау",
  "нәтижеге қол қою",
  "дәлелді жауаптың жобасын дайындау",
  "нәтижені тіркеу және беру",
] as const;

const SHAPES: readonly Shape[] = [
  (random, item) => {
    const term = duration(random);
    return step(`${random.pick(CLERKS).text} ${bounded(random, term)} ${random.pick(WORKS)}`, term, item);
  },
  (random, item) => {
    const term = duration(random);
    return step(`${random.pick(CLERKS).text} ${random.pick(WORKS)} – ${term.words.text}`, term, item);
  },
  (random, item) => {
    const term = duration(random);
    return step(`${random.pick(CLERKS).text} ${random.pick(WORKS)} (${term.words.text} ішінде)`, term, item);
  },
  (random, item) => {
    const term = duration(random);
    return step(`${random.pick(NAMED)} – ${term.words.text}`, term, item);
  },
  (random, item) => {
    const term = duration(random);
    return step(
      `${random.pick(NAMED)}, орындалу ұзақтығы ${inCase(term.words, "ablative")} аспайды`,
      term,
      item,
    );
  },
];
