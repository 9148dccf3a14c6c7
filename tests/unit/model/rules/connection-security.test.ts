import { secret, unknown, withPulsar, testRule } from "./broken-meshes";

testRule("FM060", [
  { name: "a service URL not known yet", spec: withPulsar({ serviceUrl: unknown, adminUrl: unknown }), want: [] },
  {
    name: "a credential in the clear",
    spec: withPulsar({ serviceUrl: "pulsar://broker:6650", instanceAuth: { token: secret } }),
    want: ["FM060? pulsar.east.serviceUrl"],
  },
  {
    name: "an administrator's credential in the clear",
    spec: withPulsar({ adminUrl: "http://admin:8080", auth: { token: secret }, instanceAuth: { token: secret } }),
    want: ["FM060? pulsar.east.adminUrl"],
  },
  {
    name: "a credential on this machine",
    spec: withPulsar({ serviceUrl: "pulsar://localhost:6650,127.0.0.1:6651", instanceAuth: { token: secret } }),
    want: [],
  },
  {
    name: "another scheme",
    spec: withPulsar({ serviceUrl: "http://broker:6650" }),
    want: ["FM060 pulsar.east.serviceUrl"],
  },
  {
    name: "a client certificate without TLS",
    spec: withPulsar({ instanceAuth: { tls: { cert: secret, key: secret } } }),
    want: ["FM060 pulsar.east.serviceUrl"],
  },
  {
    name: "TLS settings without TLS",
    spec: withPulsar({ instanceTls: { trustCerts: "pem" } }),
    want: ["FM060? pulsar.east.serviceUrl"],
  },
]);
