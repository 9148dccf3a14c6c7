import { sink, source } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

const rollout = { replaceOnRoll: true };
const unique = { naming: "unique" } as const;
const volumeClaimTemplates = [
  { metadata: { name: "v" }, spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } } },
];

testRule("FM037", [
  { name: "names that stay", spec: around({ rollout }), want: ["FM037 functions.f.rollout.replaceOnRoll"] },
  {
    name: "names that stay, for all",
    spec: around({}, { defaults: { rollout } }),
    want: ["FM037 defaults.rollout.replaceOnRoll"],
  },
  { name: "names of their own", spec: around({ rollout }, unique), want: [] },
  { name: "asked for by the defaults", spec: around({}, { ...unique, defaults: { rollout } }), want: [] },
  {
    name: "a source",
    spec: around({}, { ...unique, sources: { s: { ...source(), rollout } } }),
    want: ["FM037 sources.s.rollout.replaceOnRoll"],
  },
  {
    name: "a sink",
    spec: around({}, { ...unique, sinks: { k: { ...sink(), rollout } } }),
    want: [],
  },
  {
    name: "volumes of its own",
    spec: around({ volumeClaimTemplates }, { ...unique, defaults: { rollout } }),
    want: ["FM037 functions.f.volumeClaimTemplates"],
  },
  {
    name: "volumes of its own, and told to restart its pods",
    spec: around({ volumeClaimTemplates, rollout: { replaceOnRoll: false } }, { ...unique, defaults: { rollout } }),
    want: [],
  },
  {
    name: "volumes of a source",
    spec: around({}, { ...unique, defaults: { rollout }, sources: { s: { ...source(), volumeClaimTemplates } } }),
    want: [],
  },
]);
