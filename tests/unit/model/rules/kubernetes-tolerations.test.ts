import type { Toleration } from "../../../../provider/model/kubernetes-types";
import { around, member, testRule, unknown } from "./broken-meshes";

const tolerating = (toleration: Toleration) => member({ pod: { tolerations: [toleration] } });
const atToleration = "FM070 functions.f.pod.tolerations[0]";
const exists = { key: "a", operator: "Exists" };

testRule("FM070", [
  {
    name: "an unknown operator of a toleration",
    spec: tolerating({ key: "a", operator: "In" }),
    want: [`${atToleration}.operator`],
  },
  { name: "an unknown effect", spec: tolerating({ ...exists, effect: "Never" }), want: [`${atToleration}.effect`] },
  { name: "a value beside Exists", spec: tolerating({ ...exists, value: "x" }), want: [`${atToleration}.value`] },
  {
    name: "a time that nothing ends",
    spec: tolerating({ ...exists, effect: "NoSchedule", tolerationSeconds: 3 }),
    want: [`${atToleration}.tolerationSeconds`],
  },
  { name: "a time", spec: tolerating({ ...exists, effect: "NoExecute", tolerationSeconds: 3 }), want: [] },
  { name: "a toleration", spec: tolerating({ key: "a", value: "x", effect: "NoSchedule" }), want: [] },
  {
    name: "tolerations of the defaults",
    spec: around({}, { defaults: { pod: { tolerations: [{ key: "a", operator: "In" }] } } }),
    want: ["FM070 defaults.pod.tolerations[0].operator"],
  },
  { name: "no key", spec: tolerating({ operator: "Equal", value: "x" }), want: [`${atToleration}.key`] },
  { name: "no key, and so all", spec: tolerating({ operator: "Exists" }), want: [] },
  {
    name: "a toleration not known yet",
    spec: tolerating({ key: unknown, operator: unknown, effect: unknown }),
    want: [],
  },
  {
    name: "a taint without key",
    spec: member({ pod: { tolerations: [{ operator: "Equal" }, { operator: "Exists" }] } }),
    want: ["FM070 functions.f.pod.tolerations[0].key"],
  },
]);
