import type { Locator, Page } from "playwright-core";

/** Where a renderer puts things. */
export interface Driver {
  readonly name: string;
  /** What `GET /services/…/form` is asked for. */
  readonly renderer: "json-schema" | "json-forms" | "json-editor";
  readonly channel: string;
  readonly fact: (id: string) => string;
  readonly addPaper: string;
  readonly paper: (index: number) => string;
  readonly until: (index: number) => string;
}

/** An attribute's value, in a selector. */
const quoted = (text: string): string => JSON.stringify(text);

export const DRIVERS: readonly Driver[] = [
  {
    name: "rjsf",
    renderer: "json-schema",
    channel: '[id="root_channel"]',
    fact: (id) => `[id=${quoted(`root_facts_${id}`)}]`,
    addPaper: ".btn-add",
    paper: (index) => `[id="root_documents_${index}_type"]`,
    until: (index) => `[id="root_documents_${index}_validUntil"]`,
  },
  {
    name: "JSON Forms",
    renderer: "json-forms",
    channel: '[id^="#/properties/channel"][id$="-input"]',
    fact: (id) => `[id^=${quoted(`#/properties/facts/properties/${id.replaceAll(".", ":")}`)}][id$="-input"]`,
    addPaper: "header button",
    paper: (index) => `table tbody tr:nth-child(${index + 1}) td:nth-child(1) select`,
    until: (index) => `table tbody tr:nth-child(${index + 1}) td:nth-child(2) input`,
  },
  {
    name: "json-editor",
    renderer: "json-editor",
    channel: '[name="root[channel]"]',
    fact: (id) => `[name=${quoted(`root[facts][${id.replaceAll(".", "][")}]`)}]`,
    addPaper: '.json-editor-btntype-add:has-text("Документ")',
    paper: (index) => `[name="root[documents][${index}][type]"]`,
    until: (index) => `[name="root[documents][${index}][validUntil]"]`,
  },
];

/** Chooses what is called so, by the keys of a person. */
export async function choose(page: Page, field: Locator, label: string): Promise<void> {
  const { at, wanted } = await field.evaluate((list: HTMLSelectElement, called) => {
    const names = [...list.options].map((option) => option.label.trim());
    return { at: list.selectedIndex, wanted: names.indexOf(called) };
  }, label);
  if (wanted < 0) throw new Error(`there is no «${label}» to choose`);
  await field.focus();
  for (let step = at; step < wanted; step += 1) await page.keyboard.press("ArrowDown");
  for (let step = at; step > wanted; step -= 1) await page.keyboard.press("ArrowUp");
}

export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}
