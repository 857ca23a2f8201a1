import type { Finding } from "../model/finding.ts";
import type { Outline } from "../reading.ts";

/** What is wrong with a file that is not read, and the way out. */
type Words = readonly [what: string, wayOut: string];

const CONVERT = "Save it as DOCX or HTML, or as plain text in UTF-8.";

const WAYS_OUT: Readonly<Record<string, Words>> = {
  "ingest/empty": ["there is nothing in it", "Name a file that holds the text of an act."],
  "ingest/binary": ["this is no text: it holds bytes that no text has", CONVERT],
  "ingest/utf-16": [
    "this is UTF-16; only UTF-8 is read",
    "Convert it: iconv -f UTF-16LE -t UTF-8 FILE > NEW (UTF-16BE where the first byte of a letter is the smaller one).",
  ],
  "ingest/not-utf-8": [
    "this is not UTF-8",
    "Convert it to UTF-8, for example: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW.",
  ],
  "ingest/pdf": ["this is a PDF, which cannot be read at once", CONVERT],
  "ingest/pdf-scan": [
    "this is a PDF of pictures: there are no letters in it",
    "Recognise its letters first (OCR, for example: ocrmypdf -l kaz+rus FILE NEW), and hand in what comes of it.",
  ],
  "ingest/pdf-letters": [
    "the letters of this PDF cannot be told: its fonts draw them without saying which they are",
    "Print it anew from where it was written, or recognise its letters (OCR: ocrmypdf --force-ocr -l kaz+rus FILE NEW).",
  ],
  "ingest/pdf-password": [
    "this PDF asks for a password",
    "Save it without one: qpdf --decrypt --password=… FILE NEW.",
  ],
  "ingest/pdf-broken": ["this PDF is damaged, or is none", "Fetch it once more, or print it anew to a PDF."],
  "ingest/pdf-too-large": [
    "this PDF is too large: its pages, or what is packed in them",
    "Hand in one act a file, without its pictures.",
  ],
  "ingest/pdf-too-slow": [
    "this PDF takes too long: one of its pages does not come to an end",
    "Print it anew to a PDF, without its drawings.",
  ],
  "ingest/letters-lost": [
    "its letters are lost: signs stand for those that its encoding could not hold",
    "Fetch it once more in UTF-8; from a browser save the page as HTML, not as text.",
  ],
  "ingest/too-large": ["this page is too large", "Save it without its pictures and scripts."],
  "ingest/too-deep": ["its parts are nested deeper than those of any document", CONVERT],
  "ingest/broken-archive": [
    "this DOCX is damaged, or a part of it is missing",
    "Fetch it once more, or open it in a word processor and save it anew.",
  ],
  "ingest/broken-xml": [
    "this DOCX is damaged: a part of it is no XML",
    "Fetch it once more, or open it in a word processor and save it anew.",
  ],
  "ingest/bomb": [
    "this DOCX is packed so that it would fill the memory: no act is so large",
    "Open it in a word processor that you trust with it, and save it anew.",
  ],
  "ingest/locked": [
    "this document is locked with a password",
    "Open it with its password and save it without one.",
  ],
  "ingest/office-failed": [
    "LibreOffice could not open it, or took longer than a minute",
    `Open it in a word processor. ${CONVERT}`,
  ],
  "ingest/needs-office": [
    "this is a file of a word processor that only LibreOffice can open, and it is not installed here",
    `Install LibreOffice (the command soffice), or open the file in a word processor. ${CONVERT}`,
  ],
};

/** Kinds of files that are known and hold no text of an act. */
const KINDS: Readonly<Record<string, Words>> = {
  picture: [
    "this is a picture",
    "Recognise its letters first (OCR), and save them as DOCX or as plain text in UTF-8.",
  ],
  spreadsheet: ["this is a spreadsheet", "Name the text of an act; a log goes to `tarmaq audit`."],
  slides: ["these are slides", "Name a file that holds the text of an act."],
  zip: ["this is an archive", "Unpack it, and name the file in it that holds the text of an act."],
  "saved-page": [
    "this is a page packed into one file with its pictures (MHTML)",
    "Save the page again as HTML only.",
  ],
};

/** Words for what keeps a text from being read. */
export function wordsFor({ code, details }: Finding, { language }: Outline): Words {
  const named = (key: string): string => [details?.[key]].flat().join(", ");
  switch (code) {
    case "reading/language-unknown":
      return [
        `it is in none of the languages that are read (${named("knows")})`,
        "Name a file that holds the text of an act in one of them.",
      ];
    case "reading/language-not-read":
      return [
        `it is in ${language?.name ?? named("language")}, and rules are read from texts in ${named("reads")} only`,
        "Name the same act in a language that is read; `tarmaq outline` shows the parts of this text.",
      ];
    case "ingest/no-text":
      return KINDS[named("kind")] ?? ["this holds no text", CONVERT];
    default:
      return WAYS_OUT[code] ?? [`it cannot be read (${code})`, CONVERT];
  }
}
