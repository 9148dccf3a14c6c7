import assert from "node:assert/strict";
import type { CryptoSpec } from "../../../../provider/model/crypto";
import { readerFindings } from "../../../../provider/model/rules/encryption-readers";
import { onlyMember } from "../../planned-member";
import { javaFunction, pythonFunction } from "../../sample-mesh";
import { unknown } from "./broken-meshes";

const java = onlyMember({ functions: { f: javaFunction() } });
const python = onlyMember({ functions: { f: pythonFunction() } });
const paths = { public_key_path: "/keys/public.pem", private_key_path: "/keys/private.pem" };
const ofClient = "org.apache.pulsar.client.impl.DefaultCryptoKeyReader";

const rows: readonly (readonly [string, typeof java, CryptoSpec, readonly string[]])[] = [
  ["a class in Java", java, { cryptoKeyReaderClassName: "com.acme.Keys" }, []],
  ["no class", java, { cryptoKeyReaderClassName: "" }, ["a.cryptoKeyReaderClassName"]],
  ["a class of Pulsar's client", java, { cryptoKeyReaderClassName: ofClient }, ["a.cryptoKeyReaderClassName"]],
  ["a class not known yet", java, { cryptoKeyReaderClassName: unknown }, []],
  ["a class of Java in Python", python, { cryptoKeyReaderClassName: ofClient }, ["a.cryptoKeyReaderClassName"]],
  ["a class of no module", python, { cryptoKeyReaderClassName: "Keys" }, ["a.cryptoKeyReaderClassName"]],
  ["a class in Python", python, { cryptoKeyReaderClassName: "keys.Mine" }, []],
  [
    "Python's own, with both paths",
    python,
    { cryptoKeyReaderClassName: "pulsar.CryptoKeyReader", cryptoKeyReaderConfig: paths },
    [],
  ],
  [
    "Python's own, with nothing",
    python,
    { cryptoKeyReaderClassName: "pulsar.CryptoKeyReader" },
    ["a.cryptoKeyReaderConfig"],
  ],
];

describe("readerFindings", () => {
  for (const [name, member, spec, want] of rows) {
    it(`looks at ${name}`, () => {
      assert.deepEqual(
        readerFindings(member, { spec, path: "a" }).map(({ path }) => path),
        want,
      );
    });
  }
});
