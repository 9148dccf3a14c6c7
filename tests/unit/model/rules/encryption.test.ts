import type { CryptoSecretSpec, CryptoSpec } from "../../../../provider/model/crypto";
import type { FunctionSpec } from "../../../../provider/model/function";
import { around, aroundPython, testRule, unknown } from "./broken-meshes";

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

const written = (parts: Partial<CryptoSpec>): Pick<FunctionSpec, "output"> => ({
  output: { topic: "out", producerConf: { cryptoConfig: { ...reader, encryptionKeys: ["a"], ...parts } } },
});
const read = (parts: Partial<CryptoSpec>): Pick<FunctionSpec, "input"> => ({
  input: { topics: ["in"], sourceSpecs: { in: { cryptoConfig: { ...reader, ...parts } } } },
});
const ofClient = { cryptoKeyReaderClassName: "org.apache.pulsar.client.impl.DefaultCryptoKeyReader" };
const ofPython = { cryptoKeyReaderClassName: "pulsar.CryptoKeyReader" };
const paths = { public_key_path: "/keys/public.pem", private_key_path: "/keys/private.pem" };
const atOutputClass = "functions.f.output.producerConf.cryptoConfig.cryptoKeyReaderClassName";
const atInput = "functions.f.input.sourceSpecs.in.cryptoConfig";

testRule("FM054", [
  {
    name: "a reader of Pulsar's client, which takes no settings",
    spec: around(written(ofClient)),
    want: [`FM054 ${atOutputClass}`],
    wantInManifests: [`FM054? ${atOutputClass}`],
  },
  {
    name: "the same in Python",
    spec: aroundPython(read(ofClient)),
    want: [`FM054 ${atInput}.cryptoKeyReaderClassName`],
  },
  {
    name: "Python's own reader",
    spec: aroundPython(written({ ...ofPython, cryptoKeyReaderConfig: paths })),
    want: [],
  },
  {
    name: "Python's own reader without one of its paths",
    spec: aroundPython(written({ ...ofPython, cryptoKeyReaderConfig: { public_key_path: "/keys/public.pem" } })),
    want: ["FM054 functions.f.output.producerConf.cryptoConfig.cryptoKeyReaderConfig"],
    wantInManifests: ["FM054? functions.f.output.producerConf.cryptoConfig.cryptoKeyReaderConfig"],
  },
  {
    name: "Python's own reader with more than its paths",
    spec: aroundPython(read({ ...ofPython, cryptoKeyReaderConfig: { ...paths, directory: "/keys" } })),
    want: [`FM054 ${atInput}.cryptoKeyReaderConfig`],
  },
  {
    name: "a class without a module in Python",
    spec: aroundPython(written({ cryptoKeyReaderClassName: "Keys" })),
    want: [`FM054 ${atOutputClass}`],
  },
  {
    name: "a class without a package in Java",
    spec: around(written({ cryptoKeyReaderClassName: "Keys" })),
    want: [],
  },
  { name: "a reader not known yet", spec: aroundPython(read({ cryptoKeyReaderClassName: unknown })), want: [] },
  {
    name: "a producer that discards",
    spec: around(written({ producerCryptoFailureAction: "DISCARD" })),
    want: ["FM054 functions.f.output.producerConf.cryptoConfig.producerCryptoFailureAction"],
    wantInManifests: ["FM054? functions.f.output.producerConf.cryptoConfig.producerCryptoFailureAction"],
  },
  { name: "a producer that sends", spec: around(written({ producerCryptoFailureAction: "SEND" })), want: [] },
  {
    name: "a consumer that sends",
    spec: around(read({ consumerCryptoFailureAction: "SEND" })),
    want: [`FM054 ${atInput}.consumerCryptoFailureAction`],
  },
  { name: "a consumer that discards", spec: around(read({ consumerCryptoFailureAction: "DISCARD" })), want: [] },
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
