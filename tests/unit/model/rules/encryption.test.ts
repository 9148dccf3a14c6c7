import type { CryptoSecretSpec } from "../../../../provider/model/crypto";
import { around, testRule, unknown } from "./broken-meshes";

const reader = { cryptoKeyReaderClassName: "com.acme.Reader" };
const nobody = { cryptoKeyReaderClassName: "" };

/** Reads with one key and writes with another, each of a Secret in a directory. */
const files = (input: CryptoSecretSpec, output: CryptoSecretSpec) =>
  around({
    input: { topics: ["in"], sourceSpecs: { in: { cryptoConfig: { ...reader, cryptoSecrets: [input] } } } },
    output: {
      topic: "out",
      producerConf: { cryptoConfig: { ...reader, encryptionKeys: ["a"], cryptoSecrets: [output] } },
    },
  });
const key = { secretName: "one", secretKey: "public.pem", asVolume: "/keys" };
const atOutput = "functions.f.output.producerConf.cryptoConfig.cryptoSecrets[0].asVolume";

testRule("FM054", [
  {
    name: "two keys as one file",
    spec: files(key, { ...key, secretName: "two" }),
    want: [`FM054 ${atOutput}`],
    wantInManifests: [`FM054 ${atOutput}`],
  },
  {
    name: "two keys as one file, with a slash more",
    spec: files(key, { ...key, secretName: "two", asVolume: "/keys/" }),
    want: [`FM054 ${atOutput}`],
  },
  { name: "one key for both", spec: files(key, key), want: [] },
  { name: "two keys in one directory", spec: files(key, { ...key, secretKey: "private.pem" }), want: [] },
  { name: "two keys in two directories", spec: files(key, { ...key, secretName: "two", asVolume: "/b" }), want: [] },
  { name: "a key not known yet", spec: files(key, { ...key, secretName: unknown }), want: [] },
  {
    name: "two keys of which one is no file",
    spec: files(key, { secretName: "two", secretKey: "public.pem" }),
    want: [],
  },
  {
    name: "encryption both ways",
    spec: around({
      input: { topics: ["in"], sourceSpecs: { in: { cryptoConfig: reader } } },
      output: { topic: "out", producerConf: { cryptoConfig: { ...reader, encryptionKeys: ["a"] } } },
    }),
    want: [],
  },
  {
    name: "no reader of keys",
    spec: around({ input: { topics: ["in"], sourceSpecs: { in: { cryptoConfig: nobody } } } }),
    want: ["FM054 functions.f.input.sourceSpecs.in.cryptoConfig.cryptoKeyReaderClassName"],
    wantInManifests: ["FM054 functions.f.input.sourceSpecs.in.cryptoConfig.cryptoKeyReaderClassName"],
  },
  {
    name: "no keys to encrypt with",
    spec: around({ output: { topic: "out", producerConf: { cryptoConfig: { ...nobody, encryptionKeys: [] } } } }),
    want: [
      "FM054 functions.f.output.producerConf.cryptoConfig.cryptoKeyReaderClassName",
      "FM054 functions.f.output.producerConf.cryptoConfig.encryptionKeys",
    ],
  },
]);
