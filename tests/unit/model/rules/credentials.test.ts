import type { BacklogScalingSpec } from "../../../../provider/model/autoscaling";
import type { MemberSpec } from "../../../../provider/model/member";
import type { PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { member, secret, withPulsar, testRule } from "./broken-meshes";

const byBacklog = (instanceAuth: PulsarAuthSpec, backlog: BacklogScalingSpec = {}, parts: Partial<MemberSpec> = {}) =>
  member({ instanceAuth, autoscaling: { maxReplicas: 3, backlog }, ...parts });
const oauth2 = { issuerUrl: "https://issuer", audience: "pulsar", credentials: secret };
const atScaling = "FM073 functions.f.autoscaling.backlog.authentication";

testRule("FM073", [
  {
    name: "a token file for pods",
    spec: withPulsar({ instanceAuth: { tokenFile: "/x" } }),
    want: ["FM073 pulsar.east.instanceAuth.tokenFile"],
  },
  {
    name: "a token command for pods, inherited",
    spec: withPulsar({ auth: { tokenCommand: ["x"] } }),
    want: ["FM073 pulsar.east.auth.tokenCommand"],
  },
  {
    name: "a password for a member",
    spec: member({ instanceAuth: { basic: { username: "u", password: secret } } }),
    want: ["FM073 functions.f.instanceAuth.basic"],
  },
  {
    name: "two credentials",
    spec: withPulsar({ instanceAuth: { token: secret, plugin: "x" } }),
    want: ["FM073 pulsar.east.instanceAuth"],
  },
  { name: "no credential", spec: withPulsar({ instanceAuth: {} }), want: ["FM073 pulsar.east.instanceAuth"] },
  {
    name: "a plugin for Pulumi",
    spec: withPulsar({ auth: { plugin: "x", params: secret }, instanceAuth: { token: secret } }),
    want: ["FM073 pulsar.east.auth.plugin"],
  },
  {
    name: "an environment variable for pods",
    spec: withPulsar({ instanceAuth: { tokenVariable: "T" } }),
    want: ["FM073 pulsar.east.instanceAuth.tokenVariable"],
  },
  {
    name: "headers for Pulumi, alone and beside others",
    spec: withPulsar({ auth: { headers: { "X-Key": secret } }, instanceAuth: { token: secret } }),
    want: [],
  },
  {
    name: "headers for Pulumi that stand for a plugin of pods",
    spec: withPulsar({ auth: { plugin: "x", params: secret, headers: { "X-Key": secret } } }),
    want: ["FM061? pulsar.east.instanceAuth"],
  },
  {
    name: "headers for pods",
    spec: withPulsar({ instanceAuth: { headers: { "X-Key": secret } } }),
    want: ["FM073 pulsar.east.instanceAuth.headers"],
  },
  {
    name: "headers for pods, inherited",
    spec: withPulsar({ auth: { headers: { "X-Key": secret } } }),
    want: ["FM061? pulsar.east.instanceAuth", "FM073 pulsar.east.auth.headers"],
  },
  {
    name: "headers that HTTP does not have, or that the client makes",
    spec: withPulsar({
      auth: { headers: { "a b": secret, Host: secret, "content-type": secret, ok: "a\nb" } },
      instanceAuth: { token: secret },
    }),
    want: [
      'FM073 pulsar.east.auth.headers["a b"]',
      "FM073 pulsar.east.auth.headers.Host",
      "FM073 pulsar.east.auth.headers.content-type",
      "FM073 pulsar.east.auth.headers.ok",
    ],
  },
  { name: "a backlog behind OAuth2", spec: byBacklog({ oauth2 }), want: [atScaling] },
  { name: "a backlog behind a plugin", spec: byBacklog({ plugin: "x", params: secret }), want: [atScaling] },
  { name: "a backlog behind a token", spec: byBacklog({ token: secret }), want: [] },
  {
    name: "a backlog behind a certificate",
    spec: byBacklog({ tls: { cert: secret, key: secret } }),
    want: ["FM060 pulsar.east.serviceUrl"],
  },
  {
    name: "a backlog behind OAuth2 that KEDA has a credential for",
    spec: byBacklog({ oauth2 }, { authentication: { triggerAuthentication: "keda", modes: "oauth" } }),
    want: [],
  },
  {
    name: "a backlog behind OAuth2 of a member that stands by",
    spec: byBacklog({ oauth2 }, {}, { placement: [{ cluster: "east", standby: true }] }),
    want: ["FM022? functions.f.placement"],
  },
]);
