import { pulsarPackage } from "../../../provider/pulsar/package";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { type Contract } from "./contract";
import { describeAs, fresh, metadataOf } from "./package-calls";

export const packageContract: Contract = {
  resource: pulsarPackage,
  fresh: () => Promise.resolve({ ...fresh(), description: "Adds", contact: "team", properties: { a: "1", b: "2" } }),
  changes: [
    { to: { description: "Adds more" }, paths: ["description"] },
    { to: { contact: "others" }, paths: ["contact"] },
    { to: { properties: { a: "3", b: "2" } }, paths: ["properties.a"] },
  ],
  optional: ["description", "contact", "properties"],
  drifts: [
    {
      name: "another description",
      path: "description",
      act: async (broker, inputs) =>
        describeAs(broker, inputs, { ...(await metadataOf(broker, inputs)), description: "mine" }),
    },
    {
      name: "no contact",
      path: "contact",
      act: async (broker, inputs) =>
        describeAs(broker, inputs, { ...(await metadataOf(broker, inputs)), contact: null }),
    },
    {
      name: "another property",
      path: "properties.a",
      act: async (broker, inputs) => {
        const { properties, ...others } = await metadataOf(broker, inputs);
        return describeAs(broker, inputs, { ...others, properties: { ...recordOf(properties), a: "9" } });
      },
    },
  ],
  asksAtPreview: true,
  calls: { create: 4, refresh: 2 },
};
