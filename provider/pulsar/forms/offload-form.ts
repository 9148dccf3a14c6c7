import { type OffloadDriver, type OffloadPoliciesSpec } from "../../model/offload-policies";
import { byteForm } from "./byte-form";
import { recordOf } from "../resource/decode";
import { oneOf, textProperties, wholeNumber } from "../resource/field-checks";
import { type Field, normalOf } from "../resource/field";
import { int32 } from "./int32";
import { encoded, type PolicyForm } from "./policy-form";
import { recordForm, type RecordMember } from "./record-form";

const text: NonNullable<Field["check"]> = (value, path, show) =>
  typeof value === "string" && value !== "" ? [] : [{ property: path, reason: `${show(value)} is not a text.` }];

/** The broker fills in the numbers that are its program's own, not of its configuration: so they can be told from drift. */
const anyDriver = {
  maxThreads: { key: "managedLedgerOffloadMaxThreads", default: 2, check: wholeNumber(1, int32) },
  readThreads: { key: "managedLedgerOffloadReadThreads", default: 2, check: wholeNumber(1, int32) },
  prefetchRounds: { key: "managedLedgerOffloadPrefetchRounds", default: 1, check: wholeNumber(0, int32) },
  readPriority: {
    key: "managedLedgerOffloadedReadPriority",
    check: oneOf("BOOKKEEPER_FIRST", "TIERED_STORAGE_FIRST"),
  },
  extraConfigurations: { key: "managedLedgerExtraConfigurations", default: {}, check: textProperties },
} as const;

const size = byteForm({ least: 1n, most: BigInt(int32) });

interface BlockDefaults {
  readonly maxBlockSize?: string;
  readonly readBufferSize?: string;
}

/** Members that each kind of driver has, under a name of its own. */
const inBuckets = (prefix: string, { maxBlockSize, readBufferSize }: BlockDefaults) => ({
  bucket: { key: `${prefix}Bucket`, required: true, check: text },
  region: { key: `${prefix}Region`, check: text },
  maxBlockSize: { key: `${prefix}MaxBlockSizeInBytes`, ...size, default: maxBlockSize },
  readBufferSize: { key: `${prefix}ReadBufferSizeInBytes`, ...size, default: readBufferSize },
});

type Members = Readonly<Partial<Record<keyof OffloadPoliciesSpec, RecordMember>>>;

const s3: Members = {
  ...inBuckets("s3ManagedLedgerOffload", { maxBlockSize: "64Mi", readBufferSize: "1Mi" }),
  serviceEndpoint: { key: "s3ManagedLedgerOffloadServiceEndpoint", check: text },
  credentialId: { key: "s3ManagedLedgerOffloadCredentialId", check: text },
  credentialSecret: { key: "s3ManagedLedgerOffloadCredentialSecret", check: text },
  role: { key: "s3ManagedLedgerOffloadRole", check: text },
  roleSessionName: {
    key: "s3ManagedLedgerOffloadRoleSessionName",
    default: "pulsar-s3-offload",
    check: text,
  },
};
const google: Members = {
  ...inBuckets("gcsManagedLedgerOffload", { maxBlockSize: "128Mi", readBufferSize: "1Mi" }),
  serviceAccountKeyFile: { key: "gcsManagedLedgerOffloadServiceAccountKeyFile", check: text },
};
const otherBuckets: Members = {
  ...inBuckets("managedLedgerOffload", {}),
  serviceEndpoint: { key: "managedLedgerOffloadServiceEndpoint", check: text },
};
const files: Members = {
  fileSystemProfilePath: { key: "fileSystemProfilePath", check: text },
  fileSystemUri: { key: "fileSystemURI", check: text },
};

const drivers: Readonly<Record<OffloadDriver, Members>> = {
  "aws-s3": s3,
  S3: s3,
  "google-cloud-storage": google,
  azureblob: otherBuckets,
  "aliyun-oss": otherBuckets,
  filesystem: files,
};

const driverKey = "managedLedgerOffloadDriver";
const driver: RecordMember = { key: driverKey, required: true, check: oneOf(...Object.keys(drivers)) };

const formOfMembers = (members: Members): PolicyForm =>
  recordForm<Readonly<Record<string, RecordMember>>>({ driver, ...anyDriver, ...members });
const forms = new Map(Object.entries(drivers).map(([name, members]) => [name, formOfMembers(members)]));
const withoutDriver = formOfMembers({});

const formOf = (name: unknown): PolicyForm => forms.get(String(name)) ?? withoutDriver;
const formOfValue = (value: unknown): PolicyForm => formOf(recordOf(value)["driver"]);

/** Members that the driver has no use for. */
const useless: NonNullable<Field["check"]> = (value, path, show) => {
  const { driver: name, ...given } = recordOf(value);
  const members = Object.entries(drivers).find(([known]) => known === name)?.[1];
  if (members === undefined) return [];
  return Object.keys(given)
    .filter((member) => given[member] !== undefined && !(member in members) && !(member in anyDriver))
    .map((member) => ({ property: `${path}.${member}`, reason: `means nothing to ${show(name)}: leave it out.` }));
};

/** Storage that old messages go to: which members there are, and what Pulsar calls them, depends on its kind. */
export const offloadForm: PolicyForm = {
  check: (value, path, show) => [
    ...(formOfValue(value).check?.(value, path, show) ?? []),
    ...useless(value, path, show),
  ],
  normal: (value) => normalOf(formOfValue(value), value),
  encode: (value) => encoded(formOfValue(value), value),
  decode: (body) => {
    const name = recordOf(body)[driverKey];
    return name === undefined || name === null ? undefined : formOf(name).decode?.(body);
  },
};
