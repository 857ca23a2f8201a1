import { describe, expect, it } from "vitest";
import { formerCites, recited } from "../../src/desk/former-cites.ts";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { outline } from "../../src/reading.ts";
import type { Decision } from "../../src/review/decision.ts";
import type { Provision } from "../../src/structure/provision.ts";

const ACT = [
  "# «Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларын бекіту туралы",
  "Ауыл шаруашылығы министрінің 2024 жылғы 1 наурыздағы № 7 бұйрығы",
  "Балық министрінің 2024 жылғы 1 наурыздағы № 7 бұйрығына 1-қосымша",
  "**«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидалары**",
  "**1-тарау. Жалпы ережелер**",
  "1. Қызмет бес жұмыс күні ішінде көрсетіледі.",
  "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 1-қосымша",
  "**Көлдер**",
  "1. Көлдерге балық жіберіледі.",
  "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 1-1-қосымша",
  "**Өзендер**",
  "1. Өзендерге балық жіберіледі.",
].join("\n\n");

const tree = outline(new TextEncoder().encode(ACT), { file: "act.md" }).tree;
const former = formerCites(tree, kazakh.structure.cite).get(1) ?? new Map<string, string>();

const citesIn = ({ path, cite, children = [] }: Provision): readonly (readonly [string, string])[] => [
  [path, cite],
  ...children.flatMap(citesIn),
];

describe("an annex to an annex", () => {
  it("is cited in words, an inserted one with its own number", () => {
    const cites = new Map(citesIn(tree));
    expect(cites.get("annex-1/chapter-1/clause-1")).toBe("1-қосымша, 1-тарау, 1-тармақ");
    expect(cites.get("annex-1/annex-1/clause-1")).toBe("бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, 1-тармақ");
    expect(cites.get("annex-1/annex-1-1/clause-1")).toBe(
      "бұйрыққа 1-қосымша, Қағидаларға 1-1-қосымша, 1-тармақ",
    );
  });

  it("is known by how it was cited before, where no inserted annex is cited so", () => {
    expect(former.get("1-1-қосымша, 1-тармақ")).toBe("бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, 1-тармақ");
    expect(former.get("1-1-1-қосымша, 1-тармақ")).toBe(
      "бұйрыққа 1-қосымша, Қағидаларға 1-1-қосымша, 1-тармақ",
    );
    expect(former.has("1-қосымша, 1-тарау, 1-тармақ")).toBe(false);
  });

  it("is cited in words by decisions of before; what a person cited otherwise stays", () => {
    const said = (cite: string): unknown => {
      const decision = { action: "accept", values: { cite } } as unknown as Decision;
      return (recited(decision, former) as unknown as { values: { cite: string } }).values.cite;
    };
    expect(said("1-1-қосымша, 1-тармақ")).toBe("бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, 1-тармақ");
    expect(said("1-1-қосымша, 1-тармақ, бірінші сөйлем")).toBe("1-1-қосымша, 1-тармақ, бірінші сөйлем");
  });
});

it("an annex inserted into the act itself keeps its number, and nothing else is taken for it", () => {
  const inserted = ACT.replace("бұйрығына 1-қосымша", "бұйрығына 1-1-қосымша");
  const act = outline(new TextEncoder().encode(inserted), { file: "act.md" }).tree;
  const cites = new Map(citesIn(act));
  expect(cites.get("annex-1-1/chapter-1/clause-1")).toBe("1-1-қосымша, 1-тарау, 1-тармақ");
  expect(cites.get("annex-1-1/annex-1/clause-1")).toBe(
    "бұйрыққа 1-1-қосымша, Қағидаларға 1-қосымша, 1-тармақ",
  );
  expect(formerCites(act, kazakh.structure.cite).get(1)?.has("1-1-қосымша, 1-тарау, 1-тармақ")).toBe(false);
});
