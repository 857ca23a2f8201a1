/** Kinds of files that are told by how their bytes begin, and by the names of what is packed in them. */
export type KindOfBytes =
  | "pdf"
  | "docx"
  | "odt"
  | "rtf"
  | "doc"
  | "locked"
  | "spreadsheet"
  | "slides"
  | "zip"
  | "picture"
  | "saved-page"
  | "other";

/** Before its mark a PDF may have so many bytes of something else. */
const PDF_HEAD = 1024;

/** What kind of file bytes are of, whatever its name says; `other` is what these signs do not tell. */
export function kindOfBytes(bytes: Uint8Array): KindOfBytes {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (mark: string): boolean => file.subarray(0, mark.length).equals(Buffer.from(mark, "latin1"));
  if (/%PDF-\d/u.test(file.subarray(0, PDF_HEAD).toString("latin1"))) return "pdf";
  if (begins("{\\rtf")) return "rtf";
  if (begins("PK\x03\x04") || begins("PK\x05\x06")) return packedKind(file);
  if (begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return oldOfficeKind(file);
  if (PICTURES.some(begins)) return "picture";
  return SAVED_PAGE.test(file.subarray(0, PDF_HEAD).toString("latin1")) ? "saved-page" : "other";
}

const PICTURES = ["\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*"];

/** A page that a browser has packed into one file with its pictures (MHTML). */
const SAVED_PAGE = /^(?:From: <?Saved by|MIME-Version: 1\.0\r?\n[\s\S]{0,400}multipart\/related)/iu;

function packedKind(file: Buffer): KindOfBytes {
  const mimetype = file.subarray(0, 256).toString("latin1");
  if (mimetype.includes("application/vnd.oasis.opendocument.text")) return "odt";
  if (mimetype.includes("application/vnd.oasis.opendocument.spreadsheet")) return "spreadsheet";
  if (mimetype.includes("application/vnd.oasis.opendocument.presentation")) return "slides";
  if (file.includes("word/")) return "docx";
  if (file.includes("xl/workbook")) return "spreadsheet";
  return file.includes("ppt/presentation") ? "slides" : "zip";
}

const wide = (name: string): Buffer => Buffer.from(name, "utf16le");

/** The old files of Office hold parts whose names tell what wrote them. */
function oldOfficeKind(file: Buffer): KindOfBytes {
  if (file.includes(wide("EncryptedPackage"))) return "locked";
  if (file.includes(wide("WordDocument"))) return "doc";
  return file.includes(wide("Workbook"))
    ? "spreadsheet"
    : file.includes(wide("PowerPoint"))
      ? "slides"
      : "other";
}
