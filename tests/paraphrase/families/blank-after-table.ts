import { owning, type Act, type Block } from "../act.ts";
import type { Family } from "../family.ts";
import { blankForm } from "../frame/blank-form.ts";
import { frame } from "../frame/frame.ts";
import type { Random } from "../random.ts";

/** A form to fill in begins where it begins and ends: what stands before and after it is read. */
export const blankAfterTable: Family = {
  id: "blank-after-table",
  shows: "signature lines and forms after, before and between the clauses and the table of requirements",
  make(random): Act {
    const act = frame(random);
    const regulations = act.regulations.map((blocks) => withBlanks(random, blocks));
    return owning({ ...act, regulations }, (block) => block.is === "table");
  },
};

function withBlanks(random: Random, blocks: readonly Block[]): Block[] {
  const table = blocks.findIndex((block) => block.is === "table");
  const [before, after] = [blocks.slice(0, table), blocks.slice(table)];
  return random.pick([signed, formAfter, formBetween, signedClauses, registerBefore])(random, before, after);
}

type Placing = (random: Random, before: readonly Block[], table: readonly Block[]) => Block[];

const LINE = "_".repeat(14);

const signature = (random: Random): Block => ({
  is: "blank",
  fenced: false,
  lines: random.pick([
    [`Қолы ${LINE}`],
    [`Басшы ${LINE} (қолы)`],
    [`Мөр орны ${LINE}`, "20__ жылғы «___» __________"],
    [`Қызметкер: ${LINE}`, `(тегі, аты, әкесінің аты (бар болса), қолы)`],
  ]),
});

/** A line to sign on after the table, in the same annex. */
const signed: Placing = (random, before, table) => [...before, ...table, signature(random)];

/** Another annex, a form, after the table; then a register to be kept. */
const formAfter: Placing = (random, before, table) => [
  ...before,
  ...table,
  ...(random.chance(0.5) ? [signature(random)] : []),
  ...blankForm(random, stampOf(before, "3-қосымша"), "Қолхат"),
  ...(random.chance(0.5) ? refusalForm(random, stampOf(before, "4-қосымша")) : []),
];

/** A line to sign on between the annex's head and the table. */
const formBetween: Placing = (random, before, table) => [...before, signature(random), ...table];

/** The clauses end in a line to sign on. */
const signedClauses: Placing = (random, before, table) => {
  const end = before.findIndex(
    (block, index) => index > 0 && block.is === "stamp" && before[index - 1]?.is === "clause",
  );
  return [...before.slice(0, end), signature(random), ...before.slice(end), ...table];
};

/** A register with empty cells stands before the table of requirements. */
const registerBefore: Placing = (random, before, table) => {
  const empty = { text: "", rules: [] };
  const heads = ["№", "Өтініштің нөмірі", "Түскен күні", "Қолы"].map((text) => [{ text, rules: [] }]);
  const register: Block = { is: "table", rows: [heads, heads.map(() => [empty]), heads.map(() => [empty])] };
  return [
    ...before.slice(0, -1),
    { is: "stamp", lines: stampOf(before, "1-1-қосымша") },
    { is: "heading", level: 2, lines: ["Өтініштерді тіркеу журналы"] },
    register,
    ...(random.chance(0.5) ? [signature(random)] : []),
    ...before.slice(-1),
    ...table,
  ];
};

/** The form of a refusal: its words refuse nobody. */
const refusalForm = (random: Random, stamp: readonly string[]): Block[] => [
  { is: "stamp", lines: stamp },
  { is: "heading", level: 2, lines: ["Өтінішті қабылдаудан бас тарту туралы қолхат"] },
  {
    is: "blank",
    fenced: random.chance(0.5),
    lines: [
      "Сіздің құжаттар топтамасын толық ұсынбауыңызға байланысты өтінішіңізді қабылдаудан бас тартылады.",
      `Жетіспейтін құжаттар: 1) ${LINE}; 2) ${LINE}.`,
      "Кемшіліктерді 3 (үш) жұмыс күні ішінде жоюыңызды сұраймыз.",
      `Қызметкер ${LINE} (қолы)`,
    ],
  },
];

/** A stamp as the act's other annexes have it. */
function stampOf(blocks: readonly Block[], annex: string): string[] {
  const lines =
    blocks.flatMap((block) => (block.is === "stamp" && block.lines.length > 1 ? [block.lines] : [])).at(-1) ??
    [];
  return [...lines.slice(0, -1), annex];
}
