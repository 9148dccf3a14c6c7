import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type PulsarAuthSpec } from "../../model/pulsar-cluster";
import { oauth2Token } from "./oauth2";
import { type Token } from "./token";

/** Gives the `authorization` header; with `fresh`, one that is not remembered from before. */
export type Credentials = (fresh: boolean) => Promise<string | undefined>;

/** The credentials that a cluster's `auth` states. A client certificate is not a header: the transport presents it. */
export function credentialsOf(auth: PulsarAuthSpec | undefined): Credentials {
  if (auth?.token !== undefined) return constant(`Bearer ${auth.token.trim()}`);
  if (auth?.tokenFile !== undefined) return fromFile(auth.tokenFile);
  if (auth?.tokenCommand !== undefined) return remembered(fromCommand(auth.tokenCommand));
  if (auth?.oauth2 !== undefined) return remembered(oauth2Token(auth.oauth2));
  if (auth?.basic !== undefined) {
    return constant(`Basic ${Buffer.from(`${auth.basic.username}:${auth.basic.password}`).toString("base64")}`);
  }
  if (auth?.plugin !== undefined) {
    throw new Error(
      `auth.plugin (${auth.plugin}) serves clients in pods only: the admin API needs another kind of auth.`,
    );
  }
  return constant(undefined);
}

const constant =
  (header: string | undefined): Credentials =>
  () =>
    Promise.resolve(header);

/** Read at each use: what keeps the file renewed does not tell us. */
const fromFile =
  (path: string): Credentials =>
  async () => {
    try {
      return `Bearer ${(await readFile(path, "utf8")).trim()}`;
    } catch (error) {
      throw new Error(`auth.tokenFile ${path} could not be read (${codeOf(error)}).`);
    }
  };

/** Keeps a token until a minute before it expires, and makes calls that need one at the same time wait for one request. */
function remembered(obtain: () => Promise<Token>): Credentials {
  let current: Promise<Token> | undefined;
  let failed = false;
  return async (fresh) => {
    const held = current === undefined || failed || fresh ? undefined : await current;
    if (held === undefined || (held.expiresAt ?? Infinity) < Date.now() + 60_000) {
      failed = false;
      current = obtain();
      current.catch(() => (failed = true));
    }
    return `Bearer ${(await current)?.value ?? ""}`;
  };
}

const fromCommand = (command: readonly string[]) => (): Promise<Token> =>
  new Promise((resolve, reject) => {
    const [program = "", ...args] = command;
    execFile(program, args, { timeout: 30_000, maxBuffer: 1 << 20 }, (error, stdout) => {
      // The command's output may hold the token: neither output ends in an error text.
      if (error !== null)
        reject(new Error(`auth.tokenCommand ${program} failed (${error.code ?? error.signal ?? "?"}).`));
      else if (stdout.trim() === "") reject(new Error(`auth.tokenCommand ${program} printed nothing.`));
      else resolve({ value: stdout.trim() });
    });
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
