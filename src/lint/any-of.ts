/** Any of these beginnings, as a group of a pattern. */
export const anyOf = (beginnings: readonly string[]): string => `(?:${beginnings.map(literal).join("|")})`;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
