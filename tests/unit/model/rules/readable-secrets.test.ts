import type { PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { around, member, secret, withPulsar, testRule } from "./broken-meshes";

/** As `pulumi.secret` around all of it makes a credential. */
const whollySecret: PulsarAuthSpec = { oauth2: { issuerUrl: secret, audience: secret, credentials: secret } };
const readable = ["oauth2.issuerUrl", "oauth2.audience"];

testRule("FM072", [
  {
    name: "a secret in the config",
    spec: around({ config: { nested: [{ password: `p${secret}` }] } }),
    want: ["FM072 functions.f.config.nested[0].password"],
  },
  { name: "a secret image", spec: member({ image: secret }), want: ["FM072 functions.f.image"] },
  {
    name: "a secret topic",
    spec: around({ input: { topics: ["in", secret] } }),
    want: ["FM072 functions.f.input.topics[1]"],
  },
  {
    name: "a secret variable",
    spec: member({ pod: { env: [{ name: "A", value: secret }] } }),
    want: ["FM072 functions.f.pod.env[0].value"],
  },
  { name: "a secret URL", spec: withPulsar({ serviceUrl: secret }), want: ["FM072 pulsar.east.serviceUrl"] },
  {
    name: "secrets where they belong",
    spec: member({ secrets: { pw: secret }, instanceAuth: { token: secret } }),
    want: [],
  },
  ...[
    { token: secret },
    { oauth2: { issuerUrl: "https://issuer", credentials: secret } },
    { tls: { cert: secret, key: secret } },
    { plugin: "x", params: secret },
  ].map((instanceAuth) => ({
    name: `the secret part of a credential: ${Object.keys(instanceAuth).join()}`,
    spec: around(
      { instanceAuth, instanceTls: { trustCerts: secret } },
      withPulsar({ serviceUrl: "pulsar+ssl://127.0.0.1:6651", instanceAuth }),
    ),
    want: [],
  })),
  {
    name: "all of a member's credential",
    spec: member({ instanceAuth: whollySecret }),
    want: readable.map((field) => `FM072 functions.f.instanceAuth.${field}`),
  },
  {
    name: "all of the members' credential",
    spec: withPulsar({ instanceAuth: whollySecret }),
    want: readable.map((field) => `FM072 pulsar.east.instanceAuth.${field}`),
  },
  {
    name: "all of a credential that members inherit",
    spec: withPulsar({ auth: whollySecret }),
    want: ["FM061? pulsar.east.instanceAuth", ...readable.map((field) => `FM072 pulsar.east.auth.${field}`)],
  },
  {
    name: "all of the administrator's credential",
    spec: withPulsar({ auth: whollySecret, instanceAuth: { token: secret } }),
    want: [],
  },
  {
    name: "the plugin of a credential",
    spec: withPulsar({ instanceAuth: { plugin: secret, params: secret } }),
    want: ["FM072 pulsar.east.instanceAuth.plugin"],
  },
]);
