import { expect, it } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { monthForm } from "../../src/lint/month-form.ts";
import { suppress } from "../../src/lint/suppress.ts";
import { exampleDraft } from "./example-draft.ts";

const draft = exampleDraft({
  text: [["service-1", "head: министрінің 2020 жылғы 18 мамыры № 49 бұйрығына"]],
});
const findings = lint(draft, [monthForm], grammar);
const reason = "The stamp was registered so; it cannot be changed without a new order.";

it("sets a finding aside by its code and its words, wherever they stand, and keeps the reason", () => {
  const { findings: left, setAside } = suppress(
    findings,
    [{ code: "month-form", quote: "2020  жылғы 18 МАМЫРЫ", reason }],
    "known.json",
  );
  expect(left).toEqual([]);
  expect(setAside).toMatchObject([{ reason, finding: { code: "lint/month-form" } }]);
});

it("does not set aside other words, nor another lint's findings", () => {
  const others = [
    { code: "month-form", quote: "2021 жылғы 18 мамыры", reason },
    { code: "blank-date", quote: "2020 жылғы 18 мамыры", reason },
    { code: "month-form", quote: "жылғы 18 мамы", reason },
  ];
  const { findings: left, setAside } = suppress(findings, others, "known.json");
  expect(setAside).toEqual([]);
  expect(left.map(({ code }) => code)).toEqual([
    "lint/month-form",
    "lint/suppression-unused",
    "lint/suppression-unused",
    "lint/suppression-unused",
  ]);
});
