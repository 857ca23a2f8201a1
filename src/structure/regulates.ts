import type { Paragraph } from "../repair/repaired-text.ts";
import { chapterOf, isRegulationTitle, isSetOut } from "./headings.ts";
import type { Patterns } from "./patterns.ts";
import type { Section } from "./sections.ts";
import { isRequirements } from "./table.ts";

/**
 * Whether a section governs a service: it belongs to the act itself and is approved by it under a title of rules, and
 * title, headings or a table of requirements in it or in its annexes say that the rules are of a service.
 */
export function regulates(sections: readonly Section[], index: number, patterns: Patterns): boolean {
  const section = sections[index];
  if (section === undefined || !belongsToAct(section)) return false;
  if (section.approved) return true;
  const title = section.title?.text ?? "";
  if (isRegulationTitle(title, patterns)) return section.of === "act" || hasChapters(section, patterns);
  if (!patterns.regulationTitle.test(title) || !hasChapters(section, patterns)) return false;
  return [section, ...annexesOf(sections, index)].some((part) => speaksOfService(part, patterns));
}

const belongsToAct = ({ of }: Section): boolean => of === "act" || of === "unknown";

/** The sections behind one that do not belong to the act: its annexes. */
function annexesOf(sections: readonly Section[], index: number): readonly Section[] {
  const behind = sections.slice(index + 1);
  const end = behind.findIndex(({ of }) => of === "act");
  return end < 0 ? behind : behind.slice(0, end);
}

const hasChapters = ({ paragraphs }: Section, patterns: Patterns): boolean =>
  paragraphs.some((paragraph) => chapterHeaded(paragraph, patterns) === "1");

/** The number of the chapter that a paragraph heads: by the word for one, or set out and open-ended, `2. Көрсету тәртібі`. */
const chapterHeaded = (paragraph: Paragraph, patterns: Patterns): string | undefined =>
  isSetOut(paragraph) ? chapterOf(paragraph.passage.text, patterns)?.label : undefined;

/** Headings that name the rendering of a service, or a table of what it requires. */
const speaksOfService = ({ paragraphs }: Section, patterns: Patterns): boolean =>
  paragraphs.some(
    (paragraph) =>
      (paragraph.rows !== undefined && isRequirements(paragraph.rows, patterns)) ||
      (chapterHeaded(paragraph, patterns) !== undefined && patterns.aService.test(paragraph.passage.text)),
  );
