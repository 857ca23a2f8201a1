import { join } from "node:path";
import { expect, test } from "vitest";
import { openDraftTwice } from "../../src/desk/open-version.ts";
import { diff } from "../../src/diff/diff.ts";
import { Trouble } from "../../src/model/trouble.ts";

const documents = join(import.meta.dirname, "../fixtures/documents");

test("a draft with tracked changes is compared with itself before them: ten working days have become five", async () => {
  const [before, after] = await openDraftTwice("draft.docx", { cwd: documents });
  const { services } = diff(before, after, []);
  const changes = services.flatMap((service) => service.changes);
  expect(changes.filter((change) => change.class === "substance").length).toBe(1);
  const said = JSON.stringify(changes);
  expect([said.includes("10 (он) жұмыс күні"), said.includes("5 (бес) жұмыс күні")]).toEqual([true, true]);
});

test("a text without tracked changes is no draft to compare with itself", async () => {
  const opened = openDraftTwice("register-page.html", { cwd: documents });
  await expect(opened).rejects.toThrow(Trouble);
  await expect(opened).rejects.toThrow("no tracked changes");
});
