/// <reference lib="dom" />
import type { Opened } from "./opened.ts";

/** What the server says to a change. */
export interface Answer {
  readonly ok: boolean;
  readonly announce?: string;
  readonly error?: string;
  /** The field that the error is about. */
  readonly field?: string;
  readonly rule?: string;
  /** Names what was not read. */
  readonly place?: string;
  /** Further places that the same was said of. */
  readonly also?: readonly string[];
  /** The shares of the ledger, to be shown. */
  readonly shares?: string;
  readonly state?: string;
  readonly html?: string;
  /** The act that a change was about, by its name after it. */
  readonly act?: string;
  /** What became of files that were to be opened. */
  readonly opened?: readonly Opened[];
}

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** Asks for a change; without an answer nothing was written as far as anybody knows, and it is said so. */
export async function post(what: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`${meta("tarmaq-base")}/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-tarmaq-token": meta("tarmaq-token") },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    return { ...answer, ok: response.ok && answer.ok };
  } catch {
    return { ok: false, error: noAnswer() };
  }
}

/** Sends a file as it is. Throws where nothing is answered. */
export async function send(what: string, query: Record<string, string>, file: Blob): Promise<unknown> {
  const response = await fetch(addressOf(what, query), {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-tarmaq-token": meta("tarmaq-token") },
    body: file,
  });
  return await response.json();
}

/** Why this session may open no act; undefined where it may. A file is sent only then. */
export async function mayOpen(): Promise<string | undefined> {
  const { ok, error } = await post("may-open", {});
  return ok ? undefined : (error ?? noAnswer());
}

export async function get(what: string, query: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(addressOf(what, query));
    return { ...((await response.json()) as Answer), ok: response.ok };
  } catch {
    return { ok: false, error: noAnswer() };
  }
}

/** A piece of a page; absent where there is none. */
export async function getHtml(what: string, query: Record<string, string>): Promise<string | undefined> {
  try {
    const response = await fetch(addressOf(what, query));
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** This page as the server now has it. Throws where nothing is answered. */
export async function pageNow(): Promise<Document> {
  const text = await (await fetch(location.href)).text();
  return new DOMParser().parseFromString(text, "text/html");
}

const addressOf = (what: string, query: Record<string, string>): string =>
  `${meta("tarmaq-base")}/${what}?${new URLSearchParams(query).toString()}`;

const noAnswer = (): string => document.getElementById("form")?.dataset["noAnswer"] ?? "";
