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
  ...["http://", "pulsar://:6650", "admin:8080"].map((serviceUrl) => ({
    name: `no host: ${serviceUrl}`,
    spec: withPulsar({ serviceUrl }),
    want: ["FM060 pulsar.east.serviceUrl"],
  })),
  {
    name: "a web service of another scheme",
    spec: withPulsar({ webServiceUrl: "pulsar://broker:6650" }),
    want: ["FM060 pulsar.east.webServiceUrl"],
  },
  {
    name: "a credential in the clear to a web service",
    spec: withPulsar({ webServiceUrl: "http://admin:8080", instanceAuth: { token: secret } }),
    want: ["FM060? pulsar.east.webServiceUrl"],
  },
  {
    name: "peers' URLs in each other's place",
    spec: withPulsar({ peerUrls: { web: "pulsar://b:6650", broker: "http://b:8080" } }),
    want: ["FM060 pulsar.east.peerUrls.web", "FM060 pulsar.east.peerUrls.broker"],
  },
  {
    name: "an issuer of tokens in the clear",
    spec: withPulsar({
      auth: { oauth2: { issuerUrl: "http://issuer", credentials: secret } },
      instanceAuth: { oauth2: { issuerUrl: "http://issuer", credentials: secret } },
    }),
    want: ["FM060? pulsar.east.auth.oauth2.issuerUrl", "FM060? pulsar.east.instanceAuth.oauth2.issuerUrl"],
  },
  {
    name: "an issuer of tokens on this machine, and one over TLS",
    spec: withPulsar({
      auth: { oauth2: { issuerUrl: "http://localhost:9000/realm", credentials: secret } },
      instanceAuth: { oauth2: { issuerUrl: "https://issuer", credentials: secret } },
    }),
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
