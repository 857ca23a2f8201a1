import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flatten, type Flat } from "../../src/amend/flat.ts";
import { provisionText, amended, outlined, told } from "./amended.ts";

const root = join(import.meta.dirname, "../..");
const corpus = (name: string): string => readFileSync(join(root, "corpus", `${name}.txt`), "utf8");

/** Numbers that look drawn at random and are the same in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Edit {
  readonly instruction: string;
  /** Path of the clause, and its words once it is amended. */
  readonly path: string;
  readonly words: string;
}

const ROUNDS = 12;
const EDITS = 4;
/** Words that neither text has. */
const NEW = ["жаңаша сөйлем", "өзгеше белгі", "бөлек ұғым", "тың ереже"];

/** One edit of a clause of a regulation, said as an amending act says it. */
function editOf({ node }: Flat, index: number, kind: number): Edit | undefined {
  const text = node.passage?.text ?? "";
  const by = NEW[index % NEW.length] ?? "";
  const words = text.split(" ");
  const old = words.slice(2, 4).join(" ");
  const once = text.split(old).length === 2 && /^[\p{L} ]{8,}$/u.test(old);
  const label = node.label ?? "";
  const plain = { path: node.path };
  switch (kind) {
    case 0:
      return once
        ? {
            ...plain,
            instruction: `${label}-тармақта «${old}» деген сөздер «${by}» деген сөздермен ауыстырылсын;`,
            words: text.replace(old, by),
          }
        : undefined;
    case 1:
      return once
        ? {
            ...plain,
            instruction: `${label}-тармақта «${old}» деген сөздер алып тасталсын;`,
            words: text.replace(` ${old}`, ""),
          }
        : undefined;
    case 2:
      return once
        ? {
            ...plain,
            instruction: `${label}-тармақта «${old}» деген сөздерден кейін «${by}» деген сөздермен толықтырылсын;`,
            words: text.replace(old, `${old} ${by}`),
          }
        : undefined;
    default:
      return {
        ...plain,
        instruction: `${label}-тармақ мынадай редакцияда жазылсын:\n\n   «${label}. Осы тармақта ${by} айтылады.»;`,
        words: `Осы тармақта ${by} айтылады.`,
      };
  }
}

describe.each(["002_b0c7419236df1d07", "003_dbe8bee5fdfd350b"])("edits drawn at random of %s", (name) => {
  const act = corpus(name);
  const { tree } = outlined(act, `${name}.txt`);
  const [first] = (tree.children ?? []).filter(({ type }) => type === "regulation");
  const clauses = flatten(tree).filter(
    ({ node }) =>
      node.type === "clause" &&
      node.service === 1 &&
      !node.path.slice((first?.path ?? "").length + 1).includes("annex") &&
      (node.children ?? []).length === 0 &&
      (node.passage?.text.length ?? 0) > 60,
  );

  it("said as an amending act says them and applied, are the edited text", () => {
    const draw = drawn(7);
    let [all, applied] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const chosen = new Set(Array.from({ length: EDITS }, () => draw(clauses.length)));
      const edits = [...chosen].flatMap((at, index) => {
        const clause = clauses[at];
        const edit = clause === undefined ? undefined : editOf(clause, index, draw(4));
        return edit === undefined ? [] : [edit];
      });
      const order = [
        "# Бұйрыққа өзгерістер енгізу туралы",
        "1. Министрдің 2024 жылғы 27 қарашадағы № 99 бұйрығына мынадай өзгерістер енгізілсін:",
        `   ${first?.label ?? "1"}-қосымшада:`,
        ...edits.map(({ instruction }) => `   ${instruction}`),
      ].join("\n\n");
      const { text, outcomes } = amended(act, order, { number: "99", date: "2024-11-27" }, `${name}.txt`);
      expect(told(outcomes), order).toEqual(edits.map(() => "applied"));
      const now = outlined(text, `${name}.txt`).tree;
      const changed = new Map(edits.map(({ path, words }) => [path, words]));
      for (const { node } of flatten(tree))
        if (changed.has(node.path)) expect(provisionText(now, node.path)).toBe(changed.get(node.path));
        else expect(provisionText(now, node.path), node.path).toBe(provisionText(tree, node.path));
      all += edits.length;
      applied += outcomes.length;
    }
    expect(all).toBeGreaterThan(ROUNDS);
    expect(applied).toBe(all);
  });
});
