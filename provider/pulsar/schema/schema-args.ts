import { type SchemaSpec } from "../../model/schema";
import { checkFields } from "../resource/check";
import { recordOf } from "../resource/decode";
import { type Field, type Fields } from "../resource/field";
import { oneOf, textProperties } from "../resource/field-checks";
import { type OwnershipArgs } from "../resource/ownership";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckResult, type Properties } from "../resource/resource";
import { showOf } from "../resource/show";
import { normalTopic, parseTopic } from "../topic/topic-path";
import { checkDefinition } from "./check-definition";
import { checkKeyValue, checkPart } from "./check-key-value";
import { brokerForm, partForm, textForm } from "./definition-form";
import { checkSchemaType, normalType } from "./schema-types";

/**
 * The schema of a topic's messages. A changed definition becomes a new version of it, in place; Pulsar is asked at preview whether
 * it takes it. Its id, and what an import takes, is the full name of the topic.
 *
 * Deleting it hides all versions from clients, also from those that read messages sent with them, and version numbers go on; with
 * `onDelete` `force` the versions go for good, and numbers start again.
 */
export interface SchemaArgs extends SchemaSpec, OwnershipArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`. It need not exist yet.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
}

/** What a schema gives back besides its arguments. */
export interface SchemaOutputs {
  /**
   * The version that Pulsar gave it; the first is 0.
   * @integer
   */
  readonly version: number;
  /**
   * The newest version of the topic's schema: higher than `version` where a client registered another one since.
   * @integer
   */
  readonly latestVersion: number;
  /**
   * The newest version that was registered here: higher than `version` where an earlier definition came back. Deleting leaves a
   * newer one, which is a client's.
   * @integer
   */
  readonly latestOwnVersion: number;
}

const checkTopic: NonNullable<Field["check"]> = (value, path, show) => {
  const topic = typeof value === "string" ? parseTopic(value) : undefined;
  if (topic === undefined)
    return [
      { property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` },
    ];
  return /-partition-\d+$/.test(topic.local)
    ? [{ property: path, reason: `${show(value)} names one partition: write the topic's name, whose schema it is.` }]
    : [];
};

const partFields = {
  key: { check: checkPart, normal: partForm(textForm) },
  value: { check: checkPart, normal: partForm(textForm) },
} as const;

/** Compared by what the program says. */
export const schemaFields = {
  topic: { required: true, replace: true, check: checkTopic, normal: normalTopic },
  type: { required: true, check: checkSchemaType, normal: normalType },
  definition: { default: "", normal: textForm },
  properties: { default: {}, check: textProperties },
  ...partFields,
  encoding: { check: oneOf("INLINE", "SEPARATED") },
  ...ownershipFields,
} as const satisfies Fields<SchemaArgs>;

/** Compared by what Pulsar tells apart. */
export const fieldsAtBroker: Fields<SchemaArgs> = {
  ...schemaFields,
  definition: { ...schemaFields.definition, normal: brokerForm },
  key: { ...partFields.key, normal: partForm(brokerForm) },
  value: { ...partFields.value, normal: partForm(brokerForm) },
};

export function checkSchema(inputs: Properties, _old?: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const { inputs: complete, failures } = checkFields(schemaFields, inputs, secrets);
  const isPair = complete["type"] === "KEY_VALUE";
  const ofDefinitions = (["", "key", "value"] as const).flatMap((part) => {
    if (part !== "" && !isPair) return [];
    const { type, definition } = part === "" ? complete : recordOf(complete[part]);
    const isShown = secrets?.has(part === "" ? "definition" : part) !== true;
    const show = showOf(part === "" ? "type" : part, secrets);
    return checkDefinition({ type, definition, path: part === "" ? "" : `${part}.` }, { show, isShown });
  });
  return {
    inputs: isPair && complete["encoding"] === undefined ? { ...complete, encoding: "INLINE" } : complete,
    failures: [...failures, ...checkKeyValue(complete), ...ofDefinitions],
  };
}
