import type { ByteWriter } from "../model/byte-writer.ts";
import type { Ignored, LackingDocument, MissingDocument } from "../model/verdict.ts";

/** Names out of a rulebook as a JSON list. */
export function writeNames(texts: readonly string[], to: ByteWriter): void {
  if (texts.length === 0) {
    to.ascii("[]");
    return;
  }
  let before = "[";
  for (const text of texts) {
    to.ascii(before);
    to.name(text);
    before = ",";
  }
  to.ascii("]");
}

/** What is missing as a JSON list; `whole` writes what has more to it than its papers, their states and their days. */
export function writeMissing(
  missing: readonly MissingDocument[],
  to: ByteWriter,
  whole: (one: MissingDocument) => string,
): void {
  let before = "[";
  for (const one of missing) {
    to.ascii(before);
    if (one.oneOf.some(saysMore)) to.text(whole(one));
    else writePlain(one, to);
    before = ",";
  }
  to.ascii(missing.length === 0 ? "[]" : "]");
}

const saysMore = ({ when, takenOn, decidedBy }: LackingDocument): boolean =>
  when !== undefined || takenOn !== undefined || decidedBy !== undefined;

function writePlain({ oneOf, rules }: MissingDocument, to: ByteWriter): void {
  to.ascii('{"oneOf":');
  let before = '[{"document":';
  for (const { document, state, validUntil } of oneOf) {
    to.ascii(before);
    to.name(document);
    to.ascii(',"state":"');
    to.ascii(state);
    if (validUntil !== undefined) {
      to.ascii('","validUntil":"');
      to.ascii(validUntil);
    }
    to.ascii('"}');
    before = ',{"document":';
  }
  to.ascii(oneOf.length === 0 ? '[],"rules":' : '],"rules":');
  writeNames(rules, to);
  to.ascii("}");
}

/** What was not used of a request as a JSON list. */
export function writeIgnored(ignored: readonly Ignored[], to: ByteWriter): void {
  let before = "[";
  for (const { pointer, why } of ignored) {
    to.ascii(before);
    to.ascii('{"pointer":');
    to.quoted(pointer);
    to.ascii(`,"why":"${why}"}`);
    before = ",";
  }
  to.ascii(ignored.length === 0 ? "[]" : "]");
}
