/// <reference lib="dom" />

/** The stretch of the file, in UTF-16 units, that is selected in the text; absent where nothing of it is. */
export function selectedStretch(range = selectedRange()): { start: number; end: number } | undefined {
  if (range === undefined) return undefined;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function selectedRange(): Range | undefined {
  const selection = getSelection();
  return selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0);
}

/** Lines hold the file's letters and nothing else, so an offset is the line's start and what stands before it there. */
function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  // Rules are made of the words that decisions are tied to.
  if (element?.closest(".other") != null) return undefined;
  const child = node instanceof Element ? node.childNodes[offset] : undefined;
  const line = element?.closest<HTMLElement>(".line") ?? lineIn(child ?? element?.lastElementChild);
  if (line === undefined) return undefined;
  const before = document.createRange();
  before.setStart(line, 0);
  if (line.contains(node)) before.setEnd(node, offset);
  return Number(line.dataset["start"]) + before.toString().length;
}

/** Where a selection ends between two lines, the line it ends at. */
function lineIn(node: Node | null | undefined): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  return node.matches(".line") ? node : (node.querySelector<HTMLElement>(".line") ?? undefined);
}
