import { type AutoTopicCreationSpec } from "../../model/auto-topic-creation";
import { recordOf } from "../resource/decode";
import { type Field } from "../resource/field";
import { oneOf, trueOrFalse, wholeNumber } from "../resource/field-checks";
import { int32 } from "./int32";
import { recordForm } from "./record-form";

/** Of what clients may not make the broker stores anything, and of what they may it refuses the half. */
const complete: NonNullable<Field["check"]> = (value, path) => {
  const { allow, topicType, defaultNumPartitions } = recordOf(value);
  const fail = (member: string, reason: string) => [{ property: `${path}.${member}`, reason }];
  if (allow === true && topicType === undefined)
    return fail("topicType", 'is missing: write "partitioned" or "non-partitioned".');
  if (allow === false && topicType !== undefined)
    return fail("topicType", "means nothing where clients make no topics: leave it out.");
  const isPartitioned = topicType === "partitioned";
  if (isPartitioned && defaultNumPartitions === undefined)
    return fail("defaultNumPartitions", "is missing: write how many partitions such a topic gets.");
  return isPartitioned || defaultNumPartitions === undefined
    ? []
    : fail("defaultNumPartitions", "is for partitioned topics: leave it out.");
};

export const autoTopicCreationForm = recordForm<AutoTopicCreationSpec>(
  {
    allow: { key: "allowAutoTopicCreation", required: true, check: trueOrFalse },
    topicType: { key: "topicType", check: oneOf("partitioned", "non-partitioned") },
    defaultNumPartitions: { key: "defaultNumPartitions", check: wholeNumber(1, int32) },
  },
  complete,
);
