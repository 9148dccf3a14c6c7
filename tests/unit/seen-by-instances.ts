import { pulsarEntries } from "../../provider/cli/output/pulsar-entries";
import { detailsKey } from "../../provider/kubernetes/configmap";
import { renderPlan } from "../../provider/kubernetes/render-plan";
import type { MemberPlan, MeshPlan } from "../../provider/model/plan";
import { expanded } from "./expanded-argument";
import { readByInstance } from "./read-by-instance";

/** All that is made of a mesh of one member, with what its instances do not read of their description taken out. */
export function seenByInstances(plan: MeshPlan): string {
  const runtime = plan.members[0]?.runtime ?? "generic";
  const ordinal = { SHARD_ID: "0" };
  const configMaps = new Set<string>();
  const objects = JSON.stringify(renderPlan(plan, codeOf), (key, value: unknown) => {
    if (key === detailsKey && typeof value === "string") return readByInstance(runtime, value);
    if (isConfigMap(value)) configMaps.add(value.metadata.name);
    if (!isGoCommand(value)) return value;
    return [...value.slice(0, -1), readByInstance("golang", expanded(value.at(-1) ?? "", ordinal))];
  });
  // Their names follow all of their content.
  const named = [...configMaps].reduce((text, name) => text.replaceAll(name, "config"), objects);
  return JSON.stringify(pulsarEntries(plan)) + named;
}

const isConfigMap = (value: unknown): value is { readonly metadata: { readonly name: string } } =>
  typeof value === "object" && value !== null && Reflect.get(value, "kind") === "ConfigMap";

const isGoCommand = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.at(-2) === "-instance-conf";

const codeOf = (member: MemberPlan): string | undefined => {
  const code: unknown = member.kind === "function" ? member.spec.python?.code : undefined;
  return code === undefined ? undefined : JSON.stringify(code);
};
