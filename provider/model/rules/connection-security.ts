import { argumentPath } from "../argument-path";
import { instanceAuthOf } from "../connection";
import type { MeshPlan, PulsarClusterPlan } from "../plan";
import type { PulsarAuthSpec, PulsarClusterSpec, PulsarTlsSpec } from "../pulsar-cluster";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM060 */
export const connectionSecurity: Rule = {
  code: "FM060",
  severity: "warning",
  also: "error",
  inManifests: "warning",
  title: "URLs, TLS and credentials fit together",
  description:
    "A credential that is sent without TLS to a host that is not this machine can be read on the way, and TLS settings beside a URL without TLS have no effect (warnings). A URL with another scheme, or a client certificate without TLS, cannot work (error).",
  check: ({ plan }) =>
    plan.pulsarClusters.flatMap((cluster) => [...adminFindings(cluster), ...serviceFindings(plan, cluster)]),
};

/** One of the two connections to a Pulsar cluster. */
interface Side {
  readonly path: string;
  readonly url: string;
  readonly plain: string;
  readonly secure: string;
  readonly auth: PulsarAuthSpec | undefined;
  readonly tls: PulsarTlsSpec | undefined;
}

const adminFindings = ({ key, spec }: PulsarClusterPlan): readonly Finding[] =>
  adminUrlFindings(spec, argumentPath("pulsar", key, "adminUrl"));

/** What is wrong with the URL that Pulumi itself uses, and with what it sends there. */
export const adminUrlFindings = (
  spec: Pick<PulsarClusterSpec, "adminUrl" | "auth" | "tls">,
  path: string,
): readonly Finding[] =>
  sideFindings({
    path,
    url: spec.adminUrl,
    plain: "http",
    secure: "https",
    auth: spec.auth,
    tls: spec.tls,
  });

function serviceFindings({ members }: MeshPlan, cluster: PulsarClusterPlan): readonly Finding[] {
  const { key, spec } = cluster;
  if (spec.serviceUrl === undefined) return [];
  const users = members.filter(({ places }) => places.some(({ pulsarCluster }) => pulsarCluster === key));
  const credentials = users.map((member) => instanceAuthOf(member, cluster)).filter((auth) => auth !== undefined);
  return sideFindings({
    path: argumentPath("pulsar", key, "serviceUrl"),
    url: spec.serviceUrl,
    plain: "pulsar",
    secure: "pulsar+ssl",
    auth: credentials.find(({ tls }) => tls !== undefined) ?? credentials[0],
    tls: spec.instanceTls,
  });
}

function sideFindings({ path, url, plain, secure, auth, tls }: Side): readonly Finding[] {
  if (!isKnown(url)) return [];
  const [, scheme, rest = ""] = /^([^:]*):\/\/(.+)$/.exec(url) ?? [];
  if (scheme !== plain && scheme !== secure) {
    const help = `write ${secure}://<host>:<port>, or ${plain}://<host>:<port> without TLS`;
    return [{ path, severity: "error", message: `"${url}" does not begin with ${plain}:// or ${secure}://`, help }];
  }
  if (scheme === secure) return [];
  if (auth?.tls !== undefined) {
    const help = `use ${secure}://, or another kind of credential`;
    return [
      { path, severity: "error", message: `"${url}" has no TLS, and the credential is a client certificate`, help },
    ];
  }
  if (auth !== undefined && !isLocal(rest)) {
    return [
      {
        path,
        message: `the credential goes to "${url}" without TLS`,
        help: `use ${secure}:// where the network is not yours alone`,
      },
    ];
  }
  if (tls === undefined) return [];
  return [
    {
      path,
      message: `"${url}" has no TLS, so the TLS settings have no effect`,
      help: `use ${secure}://, or leave them out`,
    },
  ];
}

/** True when every host after the scheme is this machine itself. */
const isLocal = (hosts: string): boolean =>
  hosts
    .split("/")[0]
    ?.split(",")
    .every((host) => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)) === true;
