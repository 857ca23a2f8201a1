import { expect, it, vi } from "vitest";
import { readBytes } from "../../src/files/read-bytes.ts";
import { readRulebooks } from "../../src/files/read-rulebook.ts";

vi.mock(import("../../src/files/read-bytes.ts"), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, readBytes: vi.fn(original.readBytes) };
});

it("every rulebook file is read once, and only those that name the service are held against their schema", () => {
  const books = readRulebooks([], "kz-mz-2024-99/1");
  expect(books.map(({ book }) => book.id)).toEqual(["kz-mz-2024-99/1"]);
  const read = vi.mocked(readBytes).mock.calls.map(([file]) => file);
  expect(read.length).toBeGreaterThan(books.length);
  expect(new Set(read).size).toBe(read.length);
});
