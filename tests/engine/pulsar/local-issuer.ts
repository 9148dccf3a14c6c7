import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../tools/run/free-port";

export const issuerAudience = "urn:pulsar:test";

/** Who gives clients of a broker on this machine their tokens. */
export interface LocalIssuer {
  readonly url: string;
  /** How many tokens it gave to the client. */
  issued(client: string): Promise<number>;
  stop(): void;
}

export interface LocalIssuerOptions {
  /** Secrets by client. */
  readonly clients: Readonly<Record<string, string>>;
  readonly tokenSeconds: number;
}

/** The same program that serves pods, at 127.0.0.1. */
export async function startLocalIssuer({ clients, tokenSeconds }: LocalIssuerOptions): Promise<LocalIssuer> {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-issuer-"));
  const secrets = join(directory, "clients.json");
  writeFileSync(secrets, JSON.stringify(clients), { mode: 0o600 });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = join(__dirname, "..", "..", "e2e", "harness", "identity-provider.mjs");
  const args = [program, "127.0.0.1", String(port), String(tokenSeconds), secrets];
  const server = spawn(process.execPath, args, { stdio: "ignore" });
  const stop = (): void => {
    server.kill();
    rmSync(directory, { recursive: true, force: true });
  };
  for (let look = 0; look < 200; look++) {
    const isUp = await fetch(`${url}/issued`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return { url, stop, issued: (client) => issuedTo(url, client) };
    await sleep(100);
  }
  stop();
  throw new Error("the issuer did not answer in 20 s");
}

async function issuedTo(url: string, client: string): Promise<number> {
  const counts: Readonly<Record<string, number>> = JSON.parse(await (await fetch(`${url}/issued`)).text());
  return counts[client] ?? 0;
}
