import { setTimeout as sleep } from "node:timers/promises";
import { lastLines, type StartedProcess } from "./started-process";
import { type Run } from "./run";

/** A server that did not become ready, with the end of its log. */
export class NotReady extends Error {
  constructor(
    message: string,
    /** Somebody else got hold of the port between our choice and the server's start. */
    readonly isPortTaken: boolean,
  ) {
    super(message);
    this.name = "NotReady";
  }
}

function notReady(what: string, server: StartedProcess): NotReady {
  const log = lastLines(server.logFile);
  const taken = /address already in use|failed to listen|BindException|failed to bind/i.test(
    lastLines(server.logFile, 200),
  );
  return new NotReady(`${what}\nlast lines of ${server.logFile}:\n${log}`, taken && server.ending() !== undefined);
}

/** Asks until `isReady` says yes; an error of the question counts as no. Fails as soon as the server's process ends. */
export async function waitUntil(options: {
  readonly run: Run;
  readonly server: StartedProcess;
  readonly what: string;
  readonly seconds: number;
  readonly isReady: () => Promise<boolean>;
}): Promise<void> {
  const { run, server, what, seconds } = options;
  const end = Date.now() + seconds * 1000;
  for (;;) {
    run.assertOpen();
    if (server.ending() !== undefined)
      throw notReady(`${run.name}: ${server.name} ${server.ending()} before ${what}`, server);
    if (await options.isReady().catch(() => false)) return;
    if (Date.now() > end) throw notReady(`${run.name}: no ${what} after ${seconds} s`, server);
    await sleep(60);
  }
}
