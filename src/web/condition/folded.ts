/** Words as they are searched: small letters without marks, so that nobody has to type them just so. */
export const folded = (text: string): string => text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
