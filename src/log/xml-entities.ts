/** So many letters an entity may stand for: it is written out wherever it is named. */
const LONGEST = 200;
/** Whatever more a document declares, nobody has written by hand. */
const MOST = 1000;

const DECLARED = /<!ENTITY\s+(?:%\s+)?([^\s%]+)\s+(?:"([^"]*)"|'([^']*)'|[A-Z]+\s)/gu;

/**
 * What a document's type says its entities stand for, or why that is not read: words may be given names; what stands in
 * other files, or names other entities, is not followed.
 */
export function entitiesOf(doctype: string): Readonly<Record<string, string>> | string {
  const found = [...doctype.matchAll(DECLARED)];
  if (found.length > MOST) return `it declares more than ${MOST} entities`;
  const entities: Record<string, string> = {};
  for (const [, name = "", double, single] of found) {
    const text = double ?? single;
    if (text === undefined) return `its entity ${name} stands in another file`;
    if (/[&<%]/.test(text)) return `its entity ${name} is made of others`;
    if (text.length > LONGEST) return `its entity ${name} is longer than ${LONGEST} letters`;
    if (!Object.hasOwn(entities, name))
      Object.defineProperty(entities, name, { value: text, enumerable: true });
  }
  return entities;
}
