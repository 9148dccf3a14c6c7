import assert from "node:assert/strict";
import { foreignWorkload } from "../../../../provider/pulumi/resources/foreign-workload";
import { ownerAnnotation } from "../../../../provider/pulumi/resources/owner-annotation";

const inputs = { member: "functions.score", statefulSet: "orders-score", owner: "mine" };
const ownLabels = { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/name": "orders-score" };
const found = "functions.score: the Kubernetes namespace mesh has a StatefulSet orders-score";
const help = "give the member another name, or delete what is there.";

interface Row {
  readonly name: string;
  readonly owner?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly before?: string;
  readonly want: string | undefined;
}

const rows: readonly Row[] = [
  { name: "the member's own", owner: "mine", want: undefined },
  { name: "the member's own under an earlier name of the mesh", owner: "once", before: "once", want: undefined },
  { name: "one that an earlier version of this package made", labels: ownLabels, want: undefined },
  { name: "one without labels", want: `${found} of somebody else. To go on, ${help}` },
  {
    name: "one that another tool made",
    labels: { ...ownLabels, "app.kubernetes.io/managed-by": "Helm" },
    want: `${found} of somebody else. To go on, ${help}`,
  },
  {
    name: "one of another stack",
    owner: "theirs",
    labels: ownLabels,
    before: "once",
    want: `${found} of another mesh or stack. If it is the member's own, since stack, project or mesh got another name, run "kubectl annotate statefulset orders-score -n mesh --overwrite compute.functionmesh.io/owner=mine"; else ${help}`,
  },
];

describe("foreignWorkload", () => {
  for (const { name, owner, labels, before, want } of rows) {
    it(name, () => {
      const annotations = owner === undefined ? {} : { [ownerAnnotation]: owner };
      const metadata = {
        name: "orders-score",
        namespace: "mesh",
        annotations,
        ...(labels === undefined ? {} : { labels }),
      };
      assert.equal(foreignWorkload({ metadata }, inputs, before === undefined ? undefined : { owner: before }), want);
    });
  }
});
