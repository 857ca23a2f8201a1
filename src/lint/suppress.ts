import type { Finding } from "../model/finding.ts";

/** A finding that is known and stays, and why. It is tied to the words, so it survives a new layout and new numbers. */
export interface Suppression {
  /** `lint/…` or without. */
  readonly code: string;
  /** Words of the first place that the finding quotes, or a part of them. */
  readonly quote: string;
  readonly reason: string;
}

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly setAside: readonly { readonly finding: Finding; readonly reason: string }[];
}

/** Sets aside what is suppressed; a suppression that fits nothing any more is a finding itself. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  file: string,
): Sifted {
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const setAside: { finding: Finding; reason: string }[] = [];
  const known = suppressions.map((one) => ({
    one,
    code: `lint/${one.code.replace(/^lint\//u, "")}`,
    quote: plain(one.quote),
  }));
  for (const finding of findings) {
    const quote = plain(finding.because?.[0]?.quote ?? "");
    const fitting = known.find((each) => each.code === finding.code && quote.includes(each.quote))?.one;
    if (fitting === undefined) kept.push(finding);
    else {
      used.add(fitting);
      setAside.push({ finding, reason: fitting.reason });
    }
  }
  const unused = suppressions.flatMap((one, index): readonly Finding[] =>
    used.has(one)
      ? []
      : [
          {
            code: "lint/suppression-unused",
            severity: "note",
            where: { in: "file", file, pointer: `/suppressions/${index}` },
            details: { code: one.code, quote: one.quote },
          },
        ],
  );
  return { findings: [...kept, ...unused], setAside };
}

const plain = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ")} `;
