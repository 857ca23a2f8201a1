import type { Finding } from "../../model/finding.ts";
import { kindOfBytes } from "../kind-of-bytes.ts";
import { refused } from "../refused.ts";
import { richText } from "../rich-text.ts";
import type { FileFormat } from "../text-format.ts";
import { actInPage } from "./act-in-page.ts";
import { decodePage } from "./charset.ts";
import { itemsOf } from "./page-reader.ts";
import { childrenOf, parsePage } from "./parse-page.ts";
import { shownOf } from "./shown.ts";

/** A larger page is no act; its tree would take gigabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A page as it is saved from a register, or a part of one. */
export const html: FileFormat = {
  tells: (bytes) => kindOfBytes(bytes) === "other" && isPage(bytes),
  read: (bytes, { file, changes = "accepted" }) => {
    if (bytes.length > MOST_BYTES) return refused(file, "ingest/too-large", { megabytes: MOST_BYTES >> 20 });
    const { content: source, charset } = decodePage(bytes);
    const page = parsePage(source);
    const body = page && childrenOf(page).find(({ tagName }) => tagName === "body");
    if (body === undefined) return refused(file, "ingest/too-deep");
    const shown = shownOf(changes);
    const root = actInPage(body, shown);
    const { items, leftOut } = itemsOf(root, shown);
    const text = richText(items);
    if (text.content.trim() === "") return refused(file, "ingest/empty");
    const around = shown.lettersOf(body).all - shown.lettersOf(root).all + leftOut;
    const note = (code: string, details: Finding["details"]): Finding => ({
      code,
      severity: "note",
      where: { in: "file", file },
      ...(details && { details }),
    });
    return {
      value: { ...text, format: "html" },
      findings: [
        ...(charset.startsWith("utf") ? [] : [note("ingest/charset", { charset })]),
        ...(around === 0 ? [] : [note("ingest/around-the-act", { letters: around })]),
      ],
    };
  },
};

const HEAD = 64 * 1024;
/** How a page begins. */
const OPENING = /^<(?:!doctype\s+html|html|head|body)[\s>]/iu;
/** A part of a page begins with a tag, and has several of those that only pages have. */
const PART = /^<[a-z][a-z1-6]{0,12}[\s>/]/iu;
const TAGS = /<(?:p|div|br|h[1-6]|li|section|article|center|font|span|td)[\s>/]/giu;
const LEAST_TAGS = 3;
const MARKDOWN = /^(?:#{1,6} \S|> ?\S|\*\*\S|\|.*\|$)/mu;

function isPage(bytes: Uint8Array): boolean {
  const head = openingOf(bytes.subarray(0, HEAD));
  if (OPENING.test(head)) return true;
  return PART.test(head) && (head.match(TAGS)?.length ?? 0) >= LEAST_TAGS && !MARKDOWN.test(head);
}

/** The beginning of a file past white space, comments and what XML puts first; tags are the same letters in every encoding. */
function openingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  const head = new TextDecoder(wide ?? "latin1")
    .decode(bytes)
    .replace(/^(?:\u{EF}\u{BB}\u{BF}|\u{FEFF})/u, "");
  let at = 0;
  for (;;) {
    while (at < head.length && head.charCodeAt(at) <= 32) at += 1;
    const close = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? ">" : undefined;
    if (close === undefined) return head.slice(at);
    const end = head.indexOf(close, at);
    if (end < 0) return "";
    at = end + close.length;
  }
}
