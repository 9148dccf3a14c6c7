import type { CryptoSecretSpec } from "../../../../provider/model/crypto";
import { around, member, testRule, unknown } from "./broken-meshes";

const key = { secretName: "s", secretKey: "public.pem", asVolume: "/keys" };
const written = (parts: Partial<typeof key>) => encrypted([{ ...key, ...parts }]);
const encrypted = (cryptoSecrets: readonly CryptoSecretSpec[]) =>
  around({
    output: {
      topic: "out",
      producerConf: {
        cryptoConfig: {
          cryptoKeyReaderClassName: "com.acme.Keys",
          encryptionKeys: ["a"],
          cryptoSecrets,
        },
      },
    },
  });
const atWritten = "FM070 functions.f.output.producerConf.cryptoConfig.cryptoSecrets[0]";
const logs = (logConfig: { readonly name: string; readonly key: string }) =>
  around({ java: { jar: "/f.jar", log: { logConfig } } });

testRule("FM070", [
  {
    name: "a secret of no Secret",
    spec: member({ secretsMap: { a: { path: "S_", key: "k" }, b: { path: "", key: "" } } }),
    want: ["a.path", "b.path", "b.key"].map((field) => `FM070 functions.f.secretsMap.${field}`),
  },
  {
    name: "a key that none can be",
    spec: member({ secretsMap: { a: { path: "s", key: "k/k" } } }),
    want: ["FM070 functions.f.secretsMap.a.key"],
  },
  { name: "a secret not known yet", spec: member({ secretsMap: { a: { path: unknown, key: unknown } } }), want: [] },
  {
    name: "a logging configuration of no ConfigMap",
    spec: logs({ name: "A_", key: "a/b" }),
    want: ["FM070 functions.f.java.log.logConfig.name", "FM070 functions.f.java.log.logConfig.key"],
    wantInManifests: ["FM070 functions.f.java.log.logConfig.name", "FM070 functions.f.java.log.logConfig.key"],
  },
  { name: "a logging configuration", spec: logs({ name: "a.b", key: "log4j2.xml" }), want: [] },
  { name: "a key for encryption of no Secret", spec: written({ secretName: "S_" }), want: [`${atWritten}.secretName`] },
  {
    name: "a key for encryption that none can be",
    spec: written({ secretKey: "a/" }),
    want: [`${atWritten}.secretKey`],
  },
  {
    name: "a key for encryption that is not mounted",
    spec: encrypted([{ secretName: "S_", secretKey: "a/" }]),
    want: [],
  },
  { name: "a key for encryption", spec: written({}), want: [] },
  {
    name: "a reference to no Secret",
    spec: member({ secretsMap: { pw: { path: "", key: "k" } } }),
    want: ["FM070 functions.f.secretsMap.pw.path"],
  },
  {
    name: "a reference to what is no key",
    spec: member({ secretsMap: { pw: { path: "s", key: "a/b" }, dots: { path: "s", key: ".." } } }),
    want: ["FM070 functions.f.secretsMap.pw.key", "FM070 functions.f.secretsMap.dots.key"],
  },
]);
