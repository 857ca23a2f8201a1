import { expect, it } from "vitest";
import { read } from "../../src/reading.ts";
import { measured, measuresText } from "./measures.ts";

const ACT = [
  "# «Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларын бекіту туралы",
  "Балық министрінің 2024 жылғы 1 наурыздағы № 7 бұйрығына 1-қосымша",
  "**«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидалары**",
  "**1-тарау. Жалпы ережелер**",
  "1. Балықшы торды тазалауға міндетті.",
  "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 1-қосымша",
  [
    "| № | Талап | Мазмұны |",
    "| --- | --- | --- |",
    "| 1 | Көрсетілетін қызметті берушінің атауы | Министрлік |",
    "| 2 | Мемлекеттік қызметті ұсыну тәсілдері | Портал |",
    "| 3 | Мемлекеттік қызмет көрсету мерзімі | 3 жұмыс күні |",
    "| 4 | Мемлекеттік қызмет көрсету нысаны | Қағаз |",
    "| 5 | Көлдің тереңдігі | Он метр |",
    "| 6 | Төлем мөлшері | Тегін |",
  ].join("\n"),
].join("\n\n");

it("counts tables of requirements, their rows that are told, and what is unread, without gold", () => {
  const one = measured(read(new TextEncoder().encode(ACT), { file: "act.md" }));
  // Nobody knows what a row on the depth of a lake is about; it and its label are unread, and so is the duty of clause 1.
  expect(one).toMatchObject({ tables: 1, wholeTables: 0, doubtful: 0 });
  expect(one.rows - one.told).toBeGreaterThanOrEqual(1);
  expect(one.risky).toBeGreaterThanOrEqual(2);
  expect(one.unread).toBeGreaterThanOrEqual(one.risky);
  const whole = measured(
    read(new TextEncoder().encode(ACT.replace("| 5 | Көлдің тереңдігі | Он метр |\n", "").replace("| № | Талап | Мазмұны |", "| | | |")), {
      file: "act.md",
    }),
  );
  expect([whole.tables, whole.told]).toEqual([1, 5]);
  expect(measuresText([one, whole]).split("\n").at(-1)).toMatch(/^2 texts .* of 2 /u);
});
