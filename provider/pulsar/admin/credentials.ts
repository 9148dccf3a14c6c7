import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type PulsarAuthSpec } from "../../model/pulsar-cluster";
import { oauth2Token } from "./oauth2";
import { type Token } from "./token";

/** Gives the `authorization` header; with the one that was refused, another one if there is any. */
export type Credentials = (refused?: string) => Promise<string | undefined>;

/** The credentials that a cluster's `auth` states. A client certificate is not a header: the transport presents it. */
export function credentialsOf(auth: PulsarAuthSpec | undefined): Credentials {
  if (auth?.token !== undefined) return constant(`Bearer ${auth.token.trim()}`);
  if (auth?.tokenFile !== undefined) return fromFile(auth.tokenFile);
  if (auth?.tokenVariable !== undefined) return fromVariable(auth.tokenVariable);
  if (auth?.tokenCommand !== undefined) return remembered(fromCommand(auth.tokenCommand));
  if (auth?.oauth2 !== undefined) return remembered(oauth2Token(auth.oauth2));
  if (auth?.basic !== undefined) {
    return constant(`Basic ${Buffer.from(`${auth.basic.username}:${auth.basic.password}`).toString("base64")}`);
  }
  if (auth?.plugin !== undefined && auth.headers === undefined) {
    throw new Error(
      `auth.plugin (${auth.plugin}) serves clients in pods only: the admin API needs another kind of auth, or auth.headers beside it.`,
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
      throw new Error(
        `auth.tokenFile ${path} could not be read (${codeOf(error)}): correct the path, or let its owner give you leave to read it.`,
      );
    }
  };

const fromVariable =
  (name: string): Credentials =>
  () => {
    const token = process.env[name]?.trim() ?? "";
    if (token !== "") return Promise.resolve(`Bearer ${token}`);
    return Promise.reject(
      new Error(
        `auth.tokenVariable: there is no environment variable ${name}, or it is empty: set it where Pulumi runs.`,
      ),
    );
  };

/** How long before its end a token is not used any more. */
const marginMs = 60_000;

/**
 * Keeps a token until a minute before it expires; of one that lives shorter than two, until half its life is over. Calls that
 * need one at the same time wait for one request, and so do those that came back with the same refused one.
 */
function remembered(obtain: () => Promise<Token>): Credentials {
  let current: Promise<Kept> | undefined;
  const renew = (): Promise<Kept> => {
    const renewed = kept(obtain());
    current = renewed;
    renewed.catch(() => {
      if (current === renewed) current = undefined;
    });
    return renewed;
  };
  return async (refused) => {
    const before = current;
    const held = await before;
    const isGood = held !== undefined && held.header !== refused && Date.now() < held.usableUntil;
    if (isGood) return held.header;
    // Somebody else may have asked for another one in the meantime.
    return (await (current === before || current === undefined ? renew() : current)).header;
  };
}

interface Kept {
  readonly header: string;
  readonly usableUntil: number;
}

async function kept(token: Promise<Token>): Promise<Kept> {
  const { value, expiresAt = Infinity } = await token;
  const life = expiresAt - Date.now();
  return { header: `Bearer ${value}`, usableUntil: expiresAt - Math.min(marginMs, life / 2) };
}

const fromCommand = (command: readonly string[]) => (): Promise<Token> =>
  new Promise((resolve, reject) => {
    const [program = "", ...args] = command;
    execFile(program, args, { timeout: 30_000, maxBuffer: 1 << 20 }, (error, stdout) => {
      // The command's output may hold the token: neither output ends in an error text.
      if (error !== null)
        reject(
          new Error(
            `auth.tokenCommand ${program} failed (${error.code ?? error.signal ?? "?"}): run it by hand to see why.`,
          ),
        );
      else if (stdout.trim() === "")
        reject(new Error(`auth.tokenCommand ${program} printed nothing: it has to print the token.`));
      else resolve({ value: stdout.trim() });
    });
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
