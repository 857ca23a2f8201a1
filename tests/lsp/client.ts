import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";

const PROGRAM = resolve(import.meta.dirname, "../../dist/tarmaq.js");

/** An editor that has started the language server and speaks with it as editors do. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #told = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  /** All that has been published, in its order. */
  readonly published: PublishDiagnosticsParams[] = [];

  constructor(folder: string, argv: readonly string[] = [], program: readonly string[] = [PROGRAM]) {
    this.#process = spawn(process.execPath, [...program, "lsp", "--stdio", ...argv], {
      cwd: folder,
      env: { PATH: process.env["PATH"] },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (told: PublishDiagnosticsParams) => {
      this.published.push(told);
      this.#told.set(told.uri, told);
      for (const wake of this.#waiting) wake();
    });
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.listen();
  }

  /** Takes up the work, as an editor that speaks this language. */
  async begin(options: {
    readonly folder?: string;
    readonly locale?: string;
    readonly set?: unknown;
    readonly editsFiles?: boolean;
  }): Promise<unknown> {
    const { folder, locale, set = {}, editsFiles = true } = options;
    const answer = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      ...(locale === undefined ? {} : { locale }),
      ...(folder === undefined ? {} : { workspaceFolders: [{ uri: folder, name: "acts" }] }),
      initializationOptions: set,
      capabilities: editsFiles
        ? { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } }
        : {},
    });
    await this.connection.sendNotification("initialized", {});
    return answer;
  }

  open(uri: string, text: string, languageId = "plaintext"): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** One edit, as a stretch of the document and what stands there instead. */
  change(uri: string, version: number, range: Diagnostic["range"], text: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  ask<Answer>(method: string, uri: string, more: object = {}): Promise<Answer> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** What is told of a version of a document, once it is. */
  async told(uri: string, version: number): Promise<readonly Diagnostic[]> {
    for (;;) {
      const known = this.#told.get(uri);
      if (known?.version === version) return known.diagnostics;
      await this.next();
    }
  }

  /** The next thing that is published. */
  next(): Promise<void> {
    return new Promise((done) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        done();
      };
      this.#waiting.add(wake);
    });
  }

  /** Takes leave, or goes without; gives the exit status of the server. */
  async leave({ politely = true } = {}): Promise<number | null> {
    const ended = once(this.#process, "exit");
    if (politely) await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const [status] = (await ended) as [number | null];
    this.connection.dispose();
    return status;
  }

  /** Ends as an editor that has crashed: its end of the pipe is closed. */
  async vanish(): Promise<number | null> {
    const ended = once(this.#process, "exit");
    this.#process.stdin!.end();
    const [status] = (await ended) as [number | null];
    return status;
  }
}

/** What the server answers to the last of some messages that come to it in one piece; the first of them begins its work. */
export async function answerAtOnce(
  folder: string,
  messages: readonly { readonly id?: number; readonly method: string; readonly params: unknown }[],
  id: number,
): Promise<unknown> {
  const server = spawn(process.execPath, [PROGRAM, "lsp"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answer = new Promise((done) => {
    new StreamMessageReader(server.stdout).listen((message) => {
      if ("id" in message && message.id === id) done(message);
    });
  });
  const frames = messages.map((message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
  server.stdin.write(frames.join(""));
  const told = await answer;
  const ended = once(server, "exit");
  server.stdin.end();
  await ended;
  return told;
}
