import { describe, expect, it } from "vitest";
import { read } from "../../src/reading.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a text in a language that is not read", () => {
  it("gives no rule, and says so", () => {
    const russian = "1. Государственная услуга оказывается бесплатно, в течение 3 рабочих дней.\n".repeat(5);
    const { candidates, findings } = read(bytes(russian), { file: "russian.txt" });
    expect(candidates).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain("extract/language-not-read");
  });

  it("is told from Kazakh", () => {
    const kazakh = "1. Мемлекеттік қызмет тегін, үш жұмыс күні ішінде көрсетіледі.\n".repeat(5);
    const { candidates, findings } = read(bytes(kazakh), { file: "kazakh.txt" });
    expect(candidates.map(({ kind }) => kind)).toContain("deadline");
    expect(findings.map(({ code }) => code)).not.toContain("extract/language-not-read");
  });
});
