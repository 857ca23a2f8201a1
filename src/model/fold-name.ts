/** Blanks of every kind, as one list of letters: what stands at the ends of a name by accident. */
export const BLANKS =
  " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";

/** A name without what people do not see in it: blanks at its ends, two where one would do, forms of one letter. */
export const tidied = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\s\u200b]+/gu, " ")
    .trim();

/** By what names are told to be one: tidied, capitals or not. */
export const folded = (name: string): string => tidied(name).toLowerCase();
