import type { Block } from "../act.ts";
import type { Random } from "../random.ts";

const LINE = "_".repeat(60);

/** An annex that is a form to be filled in: nothing in it is a rule. */
export function blankForm(random: Random, stamp: readonly string[], title = "Өтініш"): Block[] {
  return [
    { is: "stamp", lines: stamp },
    ...(random.chance(0.5) ? [{ is: "stamp", lines: ["Нысан"] } as const] : []),
    { is: "heading", level: 2, lines: [title] },
    {
      is: "blank",
      fenced: random.chance(0.5),
      lines: [
        `Кімге: ${LINE}`,
        "(көрсетілетін қызметті берушінің атауы)",
        `Мен, ${LINE}`,
        "(тегі, аты, әкесінің аты (бар болса), жеке сәйкестендіру нөмірі)",
        random.pick([
          `${LINE} беруіңізді сұраймын.`,
          `қоса берілген құжаттарды ____ парақта қарауыңызды сұраймын.`,
        ]),
        random.pick([
          "Ұсынылған мәліметтердің дұрыстығына жауап беремін.",
          "Құжаттарым толық болмаса, өтініш қабылданбайтынын білемін.",
          "Заңмен қорғалатын құпияны құрайтын мәліметтерді пайдалануға келісемін.",
        ]),
        "Қолы ____________ Күні «___» ____________ 20___ жыл",
      ],
    },
  ];
}
