import type { Request, RequestDocument } from "../check/request.ts";
import { ByteWriter } from "../model/byte-writer.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { FactValue } from "../model/condition.ts";

const WRITER = new ByteWriter();

/**
 * SHA-256 of the canonical JSON of a request that its schema has passed: what `hashOf` gives. By the schema its keys are
 * known in their order, but for facts; so nothing is sorted but these.
 */
export function requestHash(request: Request): string {
  WRITER.beginAnew();
  write(request, WRITER);
  return WRITER.sha256From(0);
}

/** A request as `schemas/request.schema.json` has it, with the one key that judges nothing. */
type Whole = Request & { readonly $schema?: string };

function write(request: Whole, to: ByteWriter): void {
  const { $schema, documents, facts, findings, registered, zone } = request;
  to.ascii("{");
  if ($schema !== undefined) {
    to.ascii('"$schema":');
    to.quoted($schema);
    to.ascii(",");
  }
  to.ascii('"channel":');
  to.quoted(request.channel);
  if (documents !== undefined) writeDocuments(documents, to);
  if (facts !== undefined) writeFacts(facts, to);
  if (findings !== undefined) writeFindings(findings, to);
  writeText(',"registered":', registered, to);
  writeText(',"service":', request.service, to);
  writeText(',"submitted":', request.submitted, to);
  writeText(',"zone":', zone, to);
  to.ascii("}");
}

function writeText(key: string, text: string | undefined, to: ByteWriter): void {
  if (text === undefined) return;
  to.ascii(key);
  to.quoted(text);
}

function writeDocuments(documents: readonly RequestDocument[], to: ByteWriter): void {
  to.ascii(',"documents":[');
  let before = '{"type":';
  for (const { type, validUntil } of documents) {
    to.ascii(before);
    to.quoted(type);
    writeText(',"validUntil":', validUntil, to);
    before = '},{"type":';
  }
  to.ascii(documents.length === 0 ? "]" : "}]");
}

function writeFindings(findings: NonNullable<Request["findings"]>, to: ByteWriter): void {
  to.ascii(',"findings":[');
  let before = '{"at":';
  for (const { at, by, fact, holds } of findings) {
    to.ascii(before);
    to.quoted(at);
    writeText(',"by":', by, to);
    writeText(',"fact":', fact, to);
    to.ascii(holds ? ',"holds":true' : ',"holds":false');
    before = '},{"at":';
  }
  to.ascii(findings.length === 0 ? "]" : "}]");
}

function writeFacts(facts: NonNullable<Request["facts"]>, to: ByteWriter): void {
  to.ascii(',"facts":');
  const names = Object.keys(facts);
  // Whole numbers have an order of their own, which is told in one place.
  if (names.length > MOST_SORTED_HERE || names.some(beginsWithDigit)) {
    to.text(canonicalJson(facts));
    return;
  }
  sort(names);
  let before = "{";
  for (const name of names) {
    const value = facts[name];
    if (value === undefined) continue;
    to.ascii(before);
    to.quoted(name);
    to.ascii(":");
    writeValue(value, to);
    before = ",";
  }
  to.ascii(before === "{" ? "{}" : "}");
}

function writeValue(value: FactValue, to: ByteWriter): void {
  if (typeof value === "boolean") to.ascii(value ? "true" : "false");
  else if (typeof value === "string") to.quoted(value);
  else to.text(canonicalJson(value));
}

const MOST_SORTED_HERE = 24;
const [ZERO, NINE] = [0x30, 0x39];

const beginsWithDigit = (name: string): boolean => name.charCodeAt(0) >= ZERO && name.charCodeAt(0) <= NINE;

/** By insertion: of a few names it takes a tenth of what `Array.sort` does. */
function sort(names: string[]): void {
  for (let index = 1; index < names.length; index += 1) {
    const name = names[index] ?? "";
    let place = index;
    for (; place > 0 && (names[place - 1] ?? "") > name; place -= 1) names[place] = names[place - 1] ?? "";
    names[place] = name;
  }
}
