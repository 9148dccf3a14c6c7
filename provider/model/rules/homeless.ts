import { argumentPath } from "../argument-path";
import { isOwnedNamespace, isOwnedTenant } from "../replication/replications";
import { readsTopics } from "../reads-topics";
import { statedInputs } from "../stated-inputs";
import { topicKeys } from "../topic-keys";
import { writtenTopics } from "../written-topics";
import { mayMean, refusedTopics } from "./refused-topics";
import type { CheckedMesh, Finding } from "./rule";
import { hasUnknownPlace } from "./unknown-places";

/** Topics, tenants and namespaces that nobody uses and that no default puts anywhere: they would be in no Pulsar cluster. */
export function homeless(mesh: CheckedMesh): readonly Finding[] {
  if (hasHomeForAll(mesh)) return [];
  // Members that run nowhere are told, and would have put there what they live in.
  const isSomeoneLost = mesh.plan.members.some((member) => hasUnknownPlace(mesh, member));
  return [...homelessTopics(mesh), ...(isSomeoneLost ? [] : [...homelessTenants(mesh), ...homelessNamespaces(mesh)])];
}

/** A default that is none is told where it stands, and so are no clusters at all. */
const hasHomeForAll = ({ spec, clusters }: CheckedMesh): boolean =>
  clusters.defaultPulsar !== undefined || spec.defaults?.cluster !== undefined || Object.keys(spec.pulsar).length === 0;

function homelessTopics(mesh: CheckedMesh): readonly Finding[] {
  const { plan, spec } = mesh;
  const uses = plan.members.flatMap((member) => [...member.reads, ...writtenTopics(member)]);
  const placed = new Set([...plan.topics, ...uses].map(({ name }) => name));
  const unplaced = [...topicKeys(mesh)].filter(
    ([name, key]) => !placed.has(name) && spec.topics?.[key]?.pulsarCluster === undefined,
  );
  if (unplaced.length === 0 || plan.members.some((member) => readsTopics(member) && statedInputs(member).length === 0))
    return [];
  const refused = refusedTopics(mesh);
  return unplaced
    .filter(([name]) => !refused.some((each) => each.use !== "declared" && mayMean(each, name)))
    .map(([, key]) => ({
      path: argumentPath("topics", key, "pulsarCluster"),
      message: "is missing: no member uses the topic, and there are several Pulsar clusters",
      help: `state one of ${Object.keys(spec.pulsar).sort().join(", ")}, or \`defaults.cluster\``,
    }));
}

function homelessTenants({ plan, spec }: CheckedMesh): readonly Finding[] {
  const placed = new Set(plan.tenants.map(({ tenant }) => tenant));
  return Object.keys(spec.tenants ?? {})
    .filter((tenant) => isOwnedTenant(spec, tenant) && !placed.has(tenant))
    .map((tenant) => unused("tenants", tenant));
}

function homelessNamespaces({ plan, spec }: CheckedMesh): readonly Finding[] {
  const placed = new Set(plan.namespaces.map(({ tenant, pulsarNamespace }) => `${tenant}/${pulsarNamespace}`));
  return (
    Object.keys(spec.namespaces ?? {})
      // What is no name of a namespace is told of by FM003.
      .filter((name) => /^[^/]+\/[^/]+$/.test(name) && isOwnedNamespace(spec, name) && !placed.has(name))
      .map((name) => unused("namespaces", name))
  );
}

const unused = (map: "tenants" | "namespaces", key: string): Finding => ({
  path: argumentPath(map, key),
  message: "is used by no member, and there are several Pulsar clusters",
  help: "state `defaults.cluster`, whose Pulsar cluster it is then made in, or leave it out",
});
