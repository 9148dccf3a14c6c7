import { argumentPath } from "../argument-path";
import { credentialKinds } from "../credential";
import type { PulsarAuthSpec } from "../pulsar-cluster";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

const adminKinds =
  "state exactly one of token, tokenFile, tokenVariable, tokenCommand, oauth2, basic, tls, and plugin with its params and headers; " +
  "headers may stand beside each of them, or alone";

/** What is wrong with the credential that Pulumi itself uses. */
export function adminAuthFindings(auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] {
  if (auth === undefined || !isKnown(auth)) return [];
  const isPodsOnly = auth.plugin !== undefined && auth.headers === undefined;
  const plugin = {
    path: argumentPath(path, "plugin"),
    message: "is for pods only",
    help: "state another kind in `auth`, and the plugin in `instanceAuth`; or beside it the `headers` that it would add",
  };
  return [
    ...(auth.headers !== undefined && credentialKinds(auth).length === 0 ? [] : kindFindings(auth, path, adminKinds)),
    ...(isPodsOnly ? [plugin] : []),
    ...headerFindings(auth, path),
  ];
}

/** Exactly one kind is stated; the help says which there are. */
export function kindFindings(auth: PulsarAuthSpec | undefined, path: string, help: string): readonly Finding[] {
  if (auth === undefined || !isKnown(auth)) return [];
  const kinds = credentialKinds(auth);
  if (kinds.length === 1) {
    return auth.params === undefined || kinds[0] === "plugin"
      ? []
      : [{ path: argumentPath(path, "params"), message: "has no effect without `plugin`", help: "leave it out" }];
  }
  const message =
    kinds.length === 0 ? "states no credential" : `states ${kinds.length} kinds of credential: ${kinds.join(", ")}`;
  return [{ path, message, help }];
}

const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
/** What the client itself makes of a call. */
const ownHeaders: ReadonlySet<string> = new Set(["host", "connection", "transfer-encoding", "upgrade"]);

/** A value is a secret, so what is wrong with it is told without it. */
function headerFindings(auth: PulsarAuthSpec, path: string): readonly Finding[] {
  if (auth.headers === undefined || !isKnown(auth.headers)) return [];
  return Object.entries(auth.headers).flatMap(([name, value]): readonly Finding[] => {
    const at = argumentPath(path, "headers", name);
    if (!headerName.test(name)) {
      return [{ path: at, message: "is no name of an HTTP header", help: "write letters, digits and dashes" }];
    }
    if (ownHeaders.has(name.toLowerCase()) || name.toLowerCase().startsWith("content-")) {
      return [{ path: at, message: "is made by the client itself", help: "leave it out" }];
    }
    if (!isKnown(value) || /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return [];
    return [{ path: at, message: "is no value of an HTTP header", help: "write one line, in letters of Latin-1" }];
  });
}
