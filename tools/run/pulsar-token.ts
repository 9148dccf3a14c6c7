import { createHmac, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type Run } from "./run";

/** Who may do everything at a broker with tokens. */
export const superuser = "admin";

/** Signs tokens that a broker accepts, and holds the broker's settings for it. */
export interface TokenAuthority {
  readonly settings: Readonly<Record<string, string>>;
  /** Good for ever unless it says for how many seconds. */
  token(subject: string, seconds?: number): string;
}

/** Makes a new HS256 key below the run's directory. */
export function tokenAuthority(run: Run): TokenAuthority {
  const key = randomBytes(32);
  const file = run.path("token.key");
  writeFileSync(file, key, { mode: 0o600 });
  const token = (subject: string, seconds?: number): string => {
    const end = seconds === undefined ? {} : { exp: Math.floor(Date.now() / 1000) + seconds };
    const body = [{ alg: "HS256" }, { sub: subject, ...end }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `${body}.${createHmac("sha256", key).update(body).digest("base64url")}`;
  };
  return {
    token,
    settings: {
      authenticationEnabled: "true",
      authorizationEnabled: "true",
      superUserRoles: superuser,
      authenticationProviders: "org.apache.pulsar.broker.authentication.AuthenticationProviderToken",
      tokenSecretKey: `file://${file}`,
      // The broker is a client of itself, and of its own admin port.
      brokerClientAuthenticationPlugin: "org.apache.pulsar.client.impl.auth.AuthenticationToken",
      brokerClientAuthenticationParameters: `token:${token(superuser)}`,
    },
  };
}
