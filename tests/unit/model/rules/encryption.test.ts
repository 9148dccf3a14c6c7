import { around, testRule } from "./broken-meshes";

const reader = { cryptoKeyReaderClassName: "com.acme.Reader" };
const nobody = { cryptoKeyReaderClassName: "" };

testRule("FM054", [
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
