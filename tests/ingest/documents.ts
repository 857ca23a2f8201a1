import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Block, SourceText } from "../../src/ingest/source-text.ts";

export const documentBytes = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, "../fixtures/documents", name));

export const ingested = (bytes: Uint8Array, changes?: "accepted" | "original"): ReturnType<typeof ingest> =>
  ingest(bytes, { file: "act", ...(changes === undefined ? {} : { changes }) });

/** The paragraphs of a text, without the markup in them; a table's words by rows and cells. */
export const paragraphsOf = ({ content, blocks }: SourceText): unknown[] =>
  blocks.map(({ span, rows, markup = [] }: Block) =>
    rows === undefined
      ? content.slice(markup[0]?.at.start === span.start ? markup[0].at.end : span.start, span.end).trim()
      : rows.map((row) =>
          row.map(({ paragraphs }) => paragraphs.map(({ start, end }) => content.slice(start, end))),
        ),
  );

export const codesOf = ({ findings }: ReturnType<typeof ingest>): string[] =>
  findings.map(({ code }) => code);
