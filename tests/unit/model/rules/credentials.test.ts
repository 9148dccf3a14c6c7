import { member, secret, withPulsar, testRule } from "./broken-meshes";

testRule("FM073", [
  {
    name: "a token file for pods",
    spec: withPulsar({ instanceAuth: { tokenFile: "/x" } }),
    want: ["FM073 pulsar.east.instanceAuth.tokenFile"],
  },
  {
    name: "a token command for pods, inherited",
    spec: withPulsar({ auth: { tokenCommand: ["x"] } }),
    want: ["FM061? pulsar.east.instanceAuth", "FM073 pulsar.east.auth.tokenCommand"],
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
]);
