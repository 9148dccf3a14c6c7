import { around, member, secret, withPulsar, testRule } from "./broken-meshes";

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
]);
