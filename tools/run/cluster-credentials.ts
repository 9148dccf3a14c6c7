import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createAuthority, type Credential, issue, type Subject } from "./certificates";
import { renderKubeconfig } from "./kubeconfig";
import { type Run } from "./run";

/** The keys and certificates of one cluster, in `pki/` of its run, and what is made from them. */
export interface ClusterCredentials {
  readonly server: string;
  readonly authority: string;
  readonly admin: Credential;
  readonly adminKubeconfig: string;
  /** The path of a file below pki/. */
  pki(file: string): string;
  /** Issues a certificate into pki/NAME.crt and pki/NAME.key. */
  issue(name: string, subject: Subject): Credential;
  /** Writes NAME.kubeconfig for a user and returns its path. */
  kubeconfig(name: string, credential: Credential): string;
}

const secret = { mode: 0o600 } as const;

/** Makes what the control plane needs; it is not started yet. */
export function makeCredentials(
  run: Run,
  options: { readonly cluster: string; readonly address: string; readonly port: number },
): ClusterCredentials {
  const { cluster, address, port } = options;
  mkdirSync(run.path("pki"), { recursive: true, mode: 0o700 });
  const server = `https://${address}:${port}`;
  const pki = (file: string): string => run.path("pki", file);
  const write = (name: string, { certificate, key }: Credential): Credential => {
    writeFileSync(pki(`${name}.crt`), certificate);
    writeFileSync(pki(`${name}.key`), key, secret);
    return { certificate, key };
  };
  const authority = createAuthority(`${cluster}-ca`);
  const frontProxyAuthority = createAuthority(`${cluster}-front-proxy-ca`);
  write("ca", authority);
  write("front-proxy-ca", frontProxyAuthority);
  write("front-proxy-client", issue(frontProxyAuthority, { commonName: "front-proxy-client", usage: "client" }));
  writeServiceAccountKeys(pki);

  const issueInto = (name: string, subject: Subject): Credential => write(name, issue(authority, subject));
  const admins = "system:masters";
  issueInto("apiserver", { commonName: "kube-apiserver", usage: "server", ...namesOfApiServer(address) });
  issueInto("apiserver-kubelet-client", {
    commonName: "apiserver-kubelet-client",
    organization: admins,
    usage: "client",
  });
  const admin = issueInto("admin", { commonName: "admin", organization: admins, usage: "client" });
  const render = (user: string, credential: Credential): string =>
    renderKubeconfig({ cluster, server, authority: authority.certificate, user, credential });
  const kubeconfig = (name: string, credential: Credential): string => {
    const file = run.path(`${name}.kubeconfig`);
    writeFileSync(file, render(name, credential), secret);
    return file;
  };
  kubeconfig("admin", admin);
  for (const component of ["controller-manager", "scheduler"])
    kubeconfig(component, issueInto(component, { commonName: `system:kube-${component}`, usage: "client" }));
  return {
    server,
    authority: authority.certificate,
    admin,
    adminKubeconfig: render("admin", admin),
    pki,
    issue: issueInto,
    kubeconfig,
  };
}

function namesOfApiServer(address: string): Pick<Subject, "addresses" | "names"> {
  return {
    addresses: [...new Set(["127.0.0.1", address, "10.96.0.1"])],
    names: [
      "localhost",
      "kubernetes",
      "kubernetes.default",
      "kubernetes.default.svc",
      "kubernetes.default.svc.cluster.local",
    ],
  };
}

/** The API server reads a private key of this kind only in its older form (SEC1), hence the public half on its own. */
function writeServiceAccountKeys(pki: (file: string) => string): void {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(pki("sa.pub"), publicKey.export({ type: "spki", format: "pem" }));
  writeFileSync(pki("sa.key"), privateKey.export({ type: "sec1", format: "pem" }), secret);
}
