import { listOf, recordOf, textOf, textsOf } from "../resource/decode";
import { all, asSet, eachItem, notEmpty, oneOf, pulsarName } from "../resource/field-checks";
import { type PolicyForm } from "./policy-form";

/** Order and repetitions mean nothing. */
export const clusterNamesForm: PolicyForm = { check: all(notEmpty, eachItem(pulsarName)), normal: asSet };

/** None is Pulsar's way to say that nothing is set. */
export const subscriptionTypesForm: PolicyForm = {
  check: all(notEmpty, eachItem(oneOf("Exclusive", "Shared", "Failover", "Key_Shared"))),
  normal: asSet,
  decode: (body) => (listOf(body).length === 0 ? undefined : textsOf(body)),
};

/** Pulsar takes the names in one text, with commas. */
export const entryFiltersForm: PolicyForm = {
  check: all(
    notEmpty,
    eachItem((value, path, show) =>
      typeof value === "string" && /^[^,\s]+$/.test(value)
        ? []
        : [
            {
              property: path,
              reason: `${show(value)} is not a name without commas and spaces: write one name in each item.`,
            },
          ],
    ),
  ),
  encode: (value) => ({ entryFilterNames: textsOf(value).join(",") }),
  decode: (body) => {
    const names = textOf(recordOf(body)["entryFilterNames"]) ?? "";
    return names === "" ? undefined : names.split(",").map((name) => name.trim());
  },
};
