const DOTS = /\u0308/gu;

/** A text with letters without the dots that print leaves off as often as not, letter for letter, so that places in it stay. */
export const levelled = (text: string): string => text.normalize("NFD").replaceAll(DOTS, "").normalize("NFC");

/** A text in small letters without those dots: as words are held against each other. */
export const levelledSmall = (text: string): string => levelled(text.toLowerCase());

/** Code points of Cyrillic ie and IE, which print has without the dots of io and IO. */
const IE: ReadonlySet<number> = new Set([0x415, 0x435]);

/** The source of a pattern that takes a letter with its dots and without them alike. */
export function takingEither(source: string): string {
  let inClass = false;
  return Array.from(source, (letter, at) => {
    const isEscaped = source[at - 1] === "\\" && source[at - 2] !== "\\";
    if (!isEscaped && letter === "[") inClass = true;
    else if (!isEscaped && letter === "]") inClass = false;
    const plain = levelled(letter);
    if (!IE.has(plain.charCodeAt(0))) return letter;
    const either = plain + `${plain}\u0308`.normalize("NFC");
    return inClass ? either : `[${either}]`;
  }).join("");
}
