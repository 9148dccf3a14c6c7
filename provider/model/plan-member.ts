import type { FunctionSpec } from "./function";
import type { MeshClustersSpec, MeshSpec } from "./mesh";
import type { MemberPlan } from "./plan";
import { planMeshOfOne, type PlannedMesh } from "./plan-mesh";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";

/** The arguments of a mesh of one: a mesh's clusters and the fields of its only member. */
export type SingleMemberSpec = MeshClustersSpec & (FunctionSpec | SourceSpec | SinkSpec);

/** Plans a mesh of one (`fm.Function`, `fm.Source`, `fm.Sink`). `computed` are the arguments whose values other resources compute. */
export function planMember(
  kind: MemberPlan["kind"],
  name: string,
  spec: SingleMemberSpec,
  computed: ReadonlySet<string> = new Set(),
): PlannedMesh {
  return planMeshOfOne(name, { ...clustersOf(spec), ...memberMaps[kind](name, spec) }, computed);
}

/** Only what concerns clusters: `namespace` and its like mean the member, not the mesh. */
function clustersOf({
  pulsar,
  kubernetes,
  defaults,
  tenants,
  namespaces,
  topics,
  naming,
  ordering,
  validation,
}: MeshClustersSpec): MeshClustersSpec {
  return {
    pulsar,
    kubernetes,
    ...(defaults === undefined ? {} : { defaults }),
    ...(tenants === undefined ? {} : { tenants }),
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(topics === undefined ? {} : { topics }),
    ...(naming === undefined ? {} : { naming }),
    ...(ordering === undefined ? {} : { ordering }),
    ...(validation === undefined ? {} : { validation }),
  };
}

type MemberMap = (name: string, spec: SingleMemberSpec) => Pick<MeshSpec, "functions" | "sources" | "sinks">;

const memberMaps: Readonly<Record<MemberPlan["kind"], MemberMap>> = {
  function: (name, spec) => (isFunction(spec) ? { functions: { [name]: spec } } : {}),
  source: (name, spec) => (isSource(spec) ? { sources: { [name]: spec } } : {}),
  sink: (name, spec) => (isSink(spec) ? { sinks: { [name]: spec } } : {}),
};

// The caller has checked the arguments against the schema of the kind; these only tell the compiler so.
const isFunction = (spec: SingleMemberSpec): spec is MeshClustersSpec & FunctionSpec => !("connector" in spec);
const isSource = (spec: SingleMemberSpec): spec is MeshClustersSpec & SourceSpec =>
  "output" in spec && "connector" in spec;
const isSink = (spec: SingleMemberSpec): spec is MeshClustersSpec & SinkSpec => "input" in spec && "connector" in spec;
