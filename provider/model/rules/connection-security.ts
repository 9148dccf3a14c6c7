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
  check: ({ plan }) => [
    ...plan.pulsarClusters.flatMap((cluster) => [
      ...adminFindings(cluster),
      ...memberFindings(plan, cluster),
      ...peerFindings(cluster),
    ]),
    ...issuerFindings(plan),
  ],
};

/** One of the connections to a Pulsar cluster. */
interface Side {
  readonly path: string;
  readonly url: string;
  readonly protocol: Protocol;
  readonly auth: PulsarAuthSpec | undefined;
  readonly tls: PulsarTlsSpec | undefined;
}

interface Protocol {
  readonly plain: string;
  readonly secure: string;
}

const web: Protocol = { plain: "http", secure: "https" };
const binary: Protocol = { plain: "pulsar", secure: "pulsar+ssl" };

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
    protocol: web,
    auth: spec.auth,
    tls: spec.tls,
  });

/** What members connect to. */
function memberFindings({ members }: MeshPlan, cluster: PulsarClusterPlan): readonly Finding[] {
  const { key, spec } = cluster;
  const users = members.filter(({ places }) => places.some(({ pulsarCluster }) => pulsarCluster === key));
  const credentials = users.map((member) => instanceAuthOf(member, cluster)).filter((auth) => auth !== undefined);
  const auth = credentials.find(({ tls }) => tls !== undefined) ?? credentials[0];
  const sides = [
    { url: spec.serviceUrl, field: "serviceUrl", protocol: binary },
    { url: spec.webServiceUrl, field: "webServiceUrl", protocol: web },
  ] as const;
  return sides.flatMap(({ url, field, protocol }) =>
    // An empty one is a missing one, which is FM002's.
    url === undefined || (field === "serviceUrl" && url === "")
      ? []
      : sideFindings({ path: argumentPath("pulsar", key, field), url, protocol, auth, tls: spec.instanceTls }),
  );
}

/** What brokers of other clusters connect to, with a credential of their own. */
function peerFindings({ key, spec: { peerUrls } }: PulsarClusterPlan): readonly Finding[] {
  const sides = [
    { url: peerUrls?.web, field: "web", protocol: web },
    { url: peerUrls?.broker, field: "broker", protocol: binary },
  ] as const;
  return sides.flatMap(({ url, field, protocol }) =>
    // An empty one is FM025's.
    url === undefined || url === ""
      ? []
      : sideFindings({
          path: argumentPath("pulsar", key, "peerUrls", field),
          url,
          protocol,
          auth: undefined,
          tls: undefined,
        }),
  );
}

function sideFindings({ path, url, protocol: { plain, secure }, auth, tls }: Side): readonly Finding[] {
  if (!isKnown(url)) return [];
  const [, scheme, rest = ""] = /^([^:]*):\/\/(.*)$/.exec(url) ?? [];
  const isOfProtocol = scheme === plain || scheme === secure;
  if (!isOfProtocol || !/^[^:/]/.test(rest)) {
    const help = `write ${secure}://<host>:<port>, or ${plain}://<host>:<port> without TLS`;
    const fault = isOfProtocol ? "names no host" : `does not begin with ${plain}:// or ${secure}://`;
    return [{ path, severity: "error", message: `"${url}" ${fault}`, help }];
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

/** Issuers of tokens are told a secret. */
function issuerFindings({ pulsarClusters, members }: MeshPlan): readonly Finding[] {
  const stated = [
    ...pulsarClusters.flatMap(({ key, spec }) => [
      { auth: spec.auth, path: argumentPath("pulsar", key, "auth") },
      { auth: spec.instanceAuth, path: argumentPath("pulsar", key, "instanceAuth") },
    ]),
    ...members.map(({ spec, path }) => ({ auth: spec.instanceAuth, path: argumentPath(path, "instanceAuth") })),
  ];
  return stated.flatMap(({ auth, path }) =>
    auth?.oauth2 === undefined ? [] : issuerFinding(auth.oauth2.issuerUrl, argumentPath(path, "oauth2", "issuerUrl")),
  );
}

function issuerFinding(url: string, path: string): readonly Finding[] {
  if (!isKnown(url) || !url.startsWith("http://") || isLocal(url.slice("http://".length))) return [];
  const message = `the credential goes to "${url}" without TLS`;
  return [{ path, message, help: "use https:// where the network is not yours alone" }];
}

/** True when every host after the scheme is this machine itself. */
const isLocal = (hosts: string): boolean =>
  hosts
    .split("/")[0]
    ?.split(",")
    .every((host) => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)) === true;
