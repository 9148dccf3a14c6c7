import assert from "node:assert/strict";
import { foreignWorkload } from "../../../../provider/pulumi/resources/foreign-workload";
import { ownerAnnotation } from "../../../../provider/pulumi/resources/owner-annotation";

const inputs = { member: "functions.score", statefulSet: "orders-score", owner: "mine" };
const ownLabels = { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/name": "orders-score" };
const found = "functions.score: the Kubernetes namespace mesh has a StatefulSet orders-score";
interface Row {
  readonly name: string;
  readonly owner?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** What the state holds. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly want: string | undefined;
}

const componentLabel = { "compute.functionmesh.io/component": "function" };
const orphaning = '"kubectl delete statefulset orders-score -n mesh --cascade=orphan": pods and volumes stay';
const stranger = `${found} of somebody else. Give the member another name, or have it taken away by whoever made it, which ends its instances and may delete their volumes.`;

const rows: readonly Row[] = [
  { name: "the member's own", owner: "mine", want: undefined },
  { name: "own under an earlier name of the mesh", owner: "once", inputs: { owner: "once" }, want: undefined },
  {
    name: "own under an earlier name, when the update that should have marked it has failed",
    owner: "once",
    inputs: { owner: "mine" },
    outputs: { owner: "mine", liveOwner: "once" },
    want: undefined,
  },
  {
    name: "own under an earlier name, which no update has looked at since",
    owner: "once",
    inputs: { owner: "mine" },
    outputs: { owner: "once" },
    want: undefined,
  },
  { name: "one that an earlier version of this package made", labels: ownLabels, want: undefined },
  { name: "one without labels", want: stranger },
  {
    name: "one that another tool made",
    labels: { ...ownLabels, ...componentLabel, "app.kubernetes.io/managed-by": "Helm" },
    want: stranger,
  },
  {
    name: "one of the operator",
    labels: componentLabel,
    want: `${found} that the operator has made. To take it over, follow the guide "Moving from the operator" (docs/guides/moving-from-the-operator.md) up to its step 5, which runs ${orphaning}. Else give the member another name.`,
  },
  {
    name: "one of a rendered manifest",
    labels: { ...ownLabels, ...componentLabel, "app.kubernetes.io/managed-by": "function-mesh" },
    want: `${found} that "function-mesh render" has made. To take it over, follow "From manifests to Pulumi" (docs/guides/command-line.md), which runs ${orphaning}. Else give the member another name.`,
  },
  {
    name: "one of another stack",
    owner: "theirs",
    labels: ownLabels,
    inputs: { owner: "once" },
    want: `${found} of another mesh or stack. If it is the member's own, under an earlier name or in an earlier place of its mesh, give the mesh that as an alias (resource option "aliases"), or take the member out with one "pulumi up" and put it in with the next. Only where no state has it any more, run "kubectl annotate statefulset orders-score -n mesh --overwrite compute.functionmesh.io/owner=mine"; else give the member another name, or take it out of the program that has it.`,
  },
];

describe("foreignWorkload", () => {
  for (const { name, owner, labels, want, ...old } of rows) {
    it(name, () => {
      const annotations = owner === undefined ? {} : { [ownerAnnotation]: owner };
      const metadata = {
        name: "orders-score",
        namespace: "mesh",
        annotations,
        ...(labels === undefined ? {} : { labels }),
      };
      assert.equal(foreignWorkload({ metadata }, inputs, { inputs: {}, outputs: {}, ...old }), want);
    });
  }
});
