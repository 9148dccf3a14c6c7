import { AssetValue } from "../../model/asset-value";
import { type Asset } from "../../model/json";
import { isKnown, placeholder } from "../../model/unknown";
import { checkFields } from "../resource/check";
import { recordOf, textOf } from "../resource/decode";
import { type Fields } from "../resource/field";
import { all, matching, oneOf, pulsarName, textProperties } from "../resource/field-checks";
import { type OwnershipArgs, type StampedOutputs, stampKey } from "../resource/ownership";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";
import { type Show } from "../resource/show";
import { emptyHash, hashOfContent, versionOfHash } from "./package-content";

/** What a package holds: a function, or a connector that reads from elsewhere (source) or writes elsewhere (sink). */
export type PackageType = "function" | "source" | "sink";

/**
 * One version of a package in Pulsar's package service, uploaded from a file of the program: code of functions and connectors that no
 * image holds. Members download it from its `url`. Its id, and what an import takes, is that URL:
 * `function://tenant/namespace/name@version`.
 *
 * Leave `version` out, and other bytes become a new version with a new `url`, so that members that use it are rolled, and the old version
 * goes after them. With a `version` of your own, other bytes replace those of that version; members keep what they have
 * downloaded until they start again.
 *
 * Brokers serve packages with `enablePackagesManagement=true` only.
 */
export interface PackageArgs extends OwnershipArgs {
  /**
   * What the package holds: `function`, `source` or `sink`.
   * @example "function"
   * @replace
   */
  readonly type: PackageType;
  /**
   * Name of the tenant.
   * @example "retail"
   * @replace
   */
  readonly tenant: string;
  /**
   * Name of the namespace, without the tenant.
   * @example "orders"
   * @replace
   */
  readonly namespace: string;
  /**
   * Name of the package.
   * @example "enrich"
   * @replace
   */
  readonly name: string;
  /**
   * Name of the version.
   * @default the first 12 digits of the content's hash: other content is another version
   * @example "1.2"
   * @replace
   */
  readonly version?: string;
  /**
   * The file (.jar, .nar, .py, .whl, .zip or a program): a FileAsset, StringAsset or RemoteAsset. It is not secret: whoever may use
   * packages of the namespace can read it.
   * @example { "fn::fileAsset": "target/enrich.jar" }
   * @replace
   */
  readonly content: Asset;
  /**
   * What the package is for.
   * @default not managed: none, or what somebody else has set
   * @example "Adds the customer to orders"
   */
  readonly description?: string;
  /**
   * Whom to ask about it.
   * @default not managed: none, or what somebody else has set
   * @example "team-retail@example.org"
   */
  readonly contact?: string;
  /**
   * Properties of the version. Others that it has stay.
   * @default none
   * @example { "commit": "3f2a91c" }
   */
  readonly properties?: Readonly<Record<string, string>>;
}

/** What a package gives back besides its arguments. */
export interface PackageOutputs extends StampedOutputs {
  /**
   * Where members download it from: `function://tenant/namespace/name@version`, for `jarLocation` and its like.
   * @example "function://retail/orders/enrich@3f2a91c07b1d"
   */
  readonly url: string;
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly contentHash: string;
  /**
   * When the broker last wrote the version or what describes it, in milliseconds since 1970. A refresh compares bytes when it is
   * another than it was.
   * @integer
   */
  readonly modificationTime: number;
}

/** The property that holds the hash of the content: the broker knows none. */
export const hashKey = "function-mesh.sha256";

const ownKeys: readonly string[] = [stampKey, hashKey];

function checkContent(value: unknown, path: string): readonly CheckFailure[] {
  if (!(value instanceof AssetValue)) {
    return [{ property: path, reason: "is not an asset: write a FileAsset, a StringAsset or a RemoteAsset." }];
  }
  const hash = hashOfContent(value);
  if (hash === emptyHash) return [{ property: path, reason: "is empty: write the file that instances are to run." }];
  return typeof hash === "string"
    ? []
    : [{ property: path, reason: "has no hash: this needs a newer version of Pulumi." }];
}

function checkProperties(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const own = ownKeys.find((key) => key in recordOf(value));
  return own === undefined
    ? textProperties(value, path, show)
    : [{ property: path, reason: `${own} is the provider's own mark: leave it out.` }];
}

/** A storage may make a directory of each, and may not list what begins with a dot. */
const packageName = all(
  pulsarName,
  matching(/^[^]{0,255}$/, "is longer than 255 characters, which not every storage takes: write a shorter one."),
  matching(/^(?!\.)/, "begins with a dot, which not every storage lists: begin it with a letter."),
);

export const packageFields = {
  type: { required: true, replace: true, check: oneOf("function", "source", "sink") },
  tenant: { required: true, replace: true, check: packageName },
  namespace: { required: true, replace: true, check: packageName },
  name: { required: true, replace: true, check: packageName },
  version: { replace: true, check: packageName },
  content: { required: true, replace: true, check: checkContent, normal: hashOfContent },
  description: {},
  contact: {},
  properties: { check: checkProperties },
  ...ownershipFields,
} as const satisfies Fields<PackageArgs>;

export function checkPackageArgs(inputs: Properties, _old?: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const { inputs: complete, failures } = checkFields(packageFields, withVersion(inputs), secrets);
  // Its hash, which everybody may see, and the bytes themselves would tell the secret.
  const isSecret = secrets?.has("content") === true;
  const reason =
    "is secret: a package can be read by whoever may use packages. Take the secret out, or say it is none.";
  return { inputs: complete, failures: isSecret ? [{ property: "content", reason }] : failures };
}

function withVersion(inputs: Properties): Properties {
  const { version, content } = inputs;
  if (textOf(version) !== undefined || content === undefined) return inputs;
  if (!isKnown(content)) return { ...inputs, version: placeholder("unknown", 0) };
  const hash = hashOfContent(content);
  return typeof hash === "string" ? { ...inputs, version: versionOfHash(hash) } : inputs;
}
