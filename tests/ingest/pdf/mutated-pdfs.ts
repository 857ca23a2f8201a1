import { deflateSync } from "node:zlib";
import { mutated, random } from "../mutations.ts";
import { onePage, pdfOf, SMALL_PDFS, stream } from "./small-pdfs.ts";

/** A way to make a hostile file of a whole one; numbers come from `next`, 0 to 1. */
type Mutation = (whole: Buffer, next: () => number) => Buffer;

const latin = (bytes: Buffer): string => bytes.toString("latin1");
const bytesOf = (text: string): Buffer => Buffer.from(text, "latin1");
const pick = <One>(list: readonly One[], next: () => number): One =>
  list[Math.floor(next() * list.length)] as One;

/** Every match of a pattern may be put otherwise. */
function replaced(whole: Buffer, pattern: RegExp, by: (match: string) => string, next: () => number): Buffer {
  const share = next() ** 3;
  return bytesOf(latin(whole).replace(pattern, (match: string) => (next() < share ? by(match) : match)));
}

const NUMBERS =
  "0 -1 1 2 3 7 65536 4294967296 2147483647 -2147483648 1e30 0.00001 99999999999999999999 NaN".split(" ");
const VALUES = [
  "null",
  "[]",
  "<<>>",
  "()",
  "/X",
  "true",
  "1 0 R",
  "3 0 R",
  "4 0 R",
  "7 0 R",
  "99 0 R",
  ...NUMBERS,
];
const OPERATORS =
  "q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" d0 d1 CS cs SC SCN sc scn G g RG rg K k sh BI ID EI Do MP DP BMC BDC EMC BX EX".split(
    " ",
  );

const trailers: Mutation = (whole, next) => {
  const number = pick(NUMBERS, next);
  return bytesOf(
    latin(whole)
      .replace(/startxref\n\d+/u, () => (next() < 0.5 ? `startxref\n${number}` : "startxref"))
      .replace(/\d{10} \d{5} [nf]/gu, (line) =>
        next() < 0.3 ? `${String(Math.floor(next() * 2000)).padStart(10, "0")} 00000 n` : line,
      )
      .replace(/\/Root \d+ 0 R/u, (root) => (next() < 0.3 ? `/Root ${pick(VALUES, next)}` : root))
      .replace(/\/Size \d+/u, (size) =>
        next() < 0.3 ? `/Size ${pick(NUMBERS, next)}/Prev ${Math.floor(next() * 1500)}` : size,
      ),
  );
};

const swappedObjects: Mutation = (whole, next) => {
  const text = latin(whole);
  const bodies = [...text.matchAll(/\d+ 0 obj\n([\s\S]*?)\nendobj/gu)].map(([, body = ""]) => body);
  let at = 0;
  const shuffled = [...bodies].sort(() => next() - 0.5);
  return bytesOf(
    text.replace(/(\d+ 0 obj\n)([\s\S]*?)(\nendobj)/gu, (_, head: string, body: string, end: string) => {
      const other = next() < 0.5 ? (shuffled[at] ?? body) : body;
      at += 1;
      return `${head}${other}${end}`;
    }),
  );
};

const nested: Mutation = (_, next) => {
  const depth = 10 ** (next() < 0.05 ? 3 : 1 + Math.floor(next() * 2)) * (1 + Math.floor(next() * 9));
  const [open, shut] = pick(
    [
      ["[", "]"],
      ["<</A ", ">>"],
      ["q ", "Q "],
      ["BT ", "ET "],
      ["/P <</M 1>> BDC ", "EMC "],
      ["(", ")"],
    ] as const,
    next,
  );
  const deep = `${open.repeat(depth)}${next() < 0.7 ? shut.repeat(depth) : ""}`;
  const kids = pick(
    ["[2 0 R]", "[3 0 R 3 0 R 2 0 R]", "[3 0 R]", `[${"3 0 R ".repeat(depth % 300)}]`, "[5 0 R]"],
    next,
  );
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${next() < 0.3 ? `/X ${deep}` : ""}>>`,
    `<</Type/Pages/Kids${kids}/Count ${pick(NUMBERS, next)}/Parent 2 0 R>>`,
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
    stream(`${next() < 0.5 ? deep : ""} /X Do BT 9 0 0 9 5 5 Tm (x) Tj ET`),
    stream(
      "/X Do /X Do",
      false,
      "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
    ),
  ]);
};

const bombs: Mutation = (_, next) => {
  // One in a hundred is large: these take seconds each.
  const size = 10 ** (next() < 0.01 ? 6 : 2 + Math.floor(next() * 3)) * (1 + Math.floor(next() * 9));
  const unit = pick(
    ["\0", " ", "q ", "1 0 0 1 0 0 cm ", "0 0 9 9 re f ", "BT (x) Tj ET ", "(x) Tj ", "[[", "<<", "/X Do "],
    next,
  );
  let packed = deflateSync(Buffer.from(unit.repeat(Math.ceil(size / unit.length))));
  const layers = Math.floor(next() * 4);
  for (let layer = 0; layer < layers; layer += 1) packed = deflateSync(packed);
  const filters = [
    "/FlateDecode",
    ...Array<string>(layers).fill("/FlateDecode"),
    ...(next() < 0.2
      ? [
          pick(
            [
              "/LZWDecode",
              "/RunLengthDecode",
              "/ASCII85Decode",
              "/ASCIIHexDecode",
              "/DCTDecode",
              "/JBIG2Decode",
              "/CCITTFaxDecode",
              "/Crypt",
            ],
            next,
          ),
        ]
      : []),
  ];
  const parameters =
    next() < 0.3
      ? `/DecodeParms<</Predictor ${pick([2, 12, 15], next)}/Columns ${pick(NUMBERS, next)}/Colors ${pick(NUMBERS, next)}>>`
      : "";
  const body = latin(packed);
  const content = `<</Length ${body.length}/Filter[${filters.join("")}]${parameters}>>\nstream\n${body}\nendstream`;
  return onePage(content, 300);
};

const encrypted: Mutation = (whole, next) => {
  const hex = Array.from({ length: 32 }, () =>
    Math.floor(next() * 256)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
  const entry = `/Encrypt<</Filter/${pick(["Standard", "Other", ""], next)}/V ${pick([0, 1, 2, 4, 5, 9], next)}/R ${pick([0, 2, 3, 4, 5, 6, 9], next)}/Length ${pick([0, 40, 128, 256, -8], next)}/P ${pick([-4, 0, 4294967295], next)}/O<${hex}>/U<${hex}>/OE<${hex}>/UE<${hex}>/CF<</StdCF<</CFM/${pick(["V2", "AESV2", "AESV3", "None"], next)}>>>>/StmF/StdCF/StrF/StdCF>>/ID[<${hex}><${hex}>]`;
  return bytesOf(latin(whole).replace(/\/Root/u, `${entry}/Root`));
};

const operators: Mutation = (whole, next) => {
  const soup = Array.from({ length: 1 + Math.floor(next() * 400) }, () =>
    next() < 0.5
      ? pick(OPERATORS, next)
      : pick([...VALUES, "(x)", "[(x) -200 (y)]", "/F1", "/X1", "10", "50", "300"], next),
  ).join(" ");
  return bytesOf(
    latin(whole).replace(
      /(\/Length )\d+(>>\nstream\n)[\s\S]*?(\nendstream)/u,
      `$1${soup.length}$2${soup.replaceAll("$", "$$$$")}$3`,
    ),
  );
};

/** By name, as they are counted. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "cut off": (whole, next) => whole.subarray(0, Math.floor(next() * whole.length)),
  "bytes changed": mutated,
  "objects swapped": swappedObjects,
  "tables of objects": trailers,
  lengths: (whole, next) => replaced(whole, /(?<=\/Length )\d+/gu, () => pick(VALUES, next), next),
  "numbers and names": (whole, next) =>
    replaced(whole, /(?<=[ [/])(?:\d+(?: 0 R)?|[A-Z]\w+)/gu, () => pick(VALUES, next), next),
  nested,
  bombs,
  encrypted,
  operators,
};

/** Bombs take a hundred times as long as others: one file in so many is one. */
const BOMB_IN = 64;

/** The hostile file of a number, and how it was made: the same at every run. */
export function hostilePdf(number: number): { readonly kind: string; readonly bytes: Buffer } {
  const next = random(number);
  const others = Object.keys(MUTATIONS).filter((kind) => kind !== "bombs");
  const kind = number % BOMB_IN === BOMB_IN - 1 ? "bombs" : pick(others, next);
  return { kind, bytes: (MUTATIONS[kind] ?? bombs)(pick(SMALL_PDFS, next), next) };
}
