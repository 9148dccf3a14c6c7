import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { normalOf } from "../../../../provider/pulsar/resource/field";
import { offloadForm } from "../../../../provider/pulsar/forms/offload-form";
import { decoded, encoded } from "../../../../provider/pulsar/forms/policy-form";
import { shown } from "../../../../provider/pulsar/resource/show";

const threads = {
  managedLedgerOffloadMaxThreads: 2,
  managedLedgerOffloadReadThreads: 2,
  managedLedgerOffloadPrefetchRounds: 1,
  managedLedgerExtraConfigurations: {},
};

/** A value and what Pulsar is sent for it. */
const rows = [
  {
    value: { driver: "aws-s3", bucket: "b", role: "r" },
    wire: {
      managedLedgerOffloadDriver: "aws-s3",
      ...threads,
      s3ManagedLedgerOffloadBucket: "b",
      s3ManagedLedgerOffloadMaxBlockSizeInBytes: 67108864n,
      s3ManagedLedgerOffloadReadBufferSizeInBytes: 1048576n,
      s3ManagedLedgerOffloadRole: "r",
      s3ManagedLedgerOffloadRoleSessionName: "pulsar-s3-offload",
    },
  },
  {
    value: { driver: "google-cloud-storage", bucket: "b", readBufferSize: "2Mi" },
    wire: {
      managedLedgerOffloadDriver: "google-cloud-storage",
      ...threads,
      gcsManagedLedgerOffloadBucket: "b",
      gcsManagedLedgerOffloadMaxBlockSizeInBytes: 134217728n,
      gcsManagedLedgerOffloadReadBufferSizeInBytes: 2097152n,
    },
  },
  {
    value: { driver: "azureblob", bucket: "b", serviceEndpoint: "https://x" },
    wire: {
      managedLedgerOffloadDriver: "azureblob",
      ...threads,
      managedLedgerOffloadBucket: "b",
      managedLedgerOffloadServiceEndpoint: "https://x",
    },
  },
  {
    value: { driver: "filesystem", fileSystemUri: "hdfs://x:1", maxThreads: 3 },
    wire: {
      managedLedgerOffloadDriver: "filesystem",
      ...threads,
      managedLedgerOffloadMaxThreads: 3,
      fileSystemURI: "hdfs://x:1",
    },
  },
];

const wrong: readonly (readonly [unknown, readonly string[]])[] = [
  [{ bucket: "b" }, ["p.driver"]],
  [{ driver: "s3", bucket: "b" }, ["p.driver"]],
  [{ driver: "aws-s3" }, ["p.bucket"]],
  [{ driver: "filesystem", bucket: "b" }, ["p.bucket"]],
  [
    { driver: "azureblob", bucket: "b", credentialSecret: "s", serviceAccountKeyFile: "f" },
    ["p.credentialSecret", "p.serviceAccountKeyFile"],
  ],
  [{ driver: "aws-s3", bucket: "b", maxBlockSize: "2Gi" }, ["p.maxBlockSize"]],
  [{ driver: "aws-s3", bucket: "", readPriority: "tiered" }, ["p.readPriority", "p.bucket"]],
  [{ driver: "aws-s3", bucket: "b", extraConfigurations: { a: 1 } }, ['p.extraConfigurations["a"]']],
  [{ driver: placeholder("unknown", 1), bucket: placeholder("unknown", 2), role: "r" }, []],
  ["aws-s3", ["p"]],
];

describe("provider/pulsar/forms/offload-form", () => {
  for (const { value, wire } of rows) {
    it(`sends ${value.driver} and knows it again`, () => {
      const sent = encoded(offloadForm, value);
      assert.deepEqual(JSON.parse(JSON.stringify(sent, plain)), JSON.parse(JSON.stringify(wire, plain)));
      assert.deepEqual(normalOf(offloadForm, decoded(offloadForm, sent)), normalOf(offloadForm, value));
      assert.deepEqual(offloadForm.check?.(value, "p", shown), []);
    });
  }
  for (const [value, paths] of wrong) {
    it(`finds ${paths.join(", ") || "nothing"} wrong in ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        offloadForm.check?.(value, "p", shown).map(({ property }) => property),
        paths,
      );
    });
  }
  it("takes thresholds without a storage for no storage", () => {
    assert.equal(decoded(offloadForm, { ...threads, managedLedgerOffloadThresholdInBytes: 5 }), undefined);
  });
});

const plain = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
