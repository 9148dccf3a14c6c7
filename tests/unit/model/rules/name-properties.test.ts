import assert from "node:assert/strict";
import fc from "fast-check";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import { two } from "./broken-meshes";

interface Named {
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly clusters: readonly string[];
}

const text = fc.constantFrom("a", "b", "A", "b_c", "b-c");
const named: fc.Arbitrary<readonly Named[]> = fc.uniqueArray(
  fc.record({
    key: text,
    name: text,
    namespace: fc.constantFrom("x", "y"),
    clusters: fc.constantFrom(["east"], ["west"], ["east", "west"]),
  }),
  { selector: ({ key }) => key, maxLength: 4 },
);

const planOf = (members: readonly Named[]) =>
  planMesh(
    "mesh",
    sampleMesh({
      ...two,
      defaults: { cluster: "east" },
      functions: Object.fromEntries(members.map((member) => [member.key, functionOf(member)])),
    }),
  );

const functionOf = ({ name, namespace, clusters }: Named) =>
  javaFunction({ name, namespace, placement: clusters.map((cluster) => ({ cluster })) });

const folded = (name: string): string => name.toLowerCase().replaceAll("_", "-");

/** True for two members that one Pulsar cluster takes for one, case and underscores aside. */
const areOne = (left: Named, right: Named): boolean =>
  folded(left.name) === folded(right.name) &&
  left.namespace === right.namespace &&
  left.clusters.some((cluster) => right.clusters.includes(cluster));

const namesOf = (members: readonly Named[]): readonly string[] =>
  planOf(members)
    .problems.filter(({ code }) => code === "FM001")
    .map(({ path }) => path);

describe("names of random members", () => {
  it("are told where a Pulsar cluster would have two of one", () => {
    fc.assert(
      fc.property(named, (members) => {
        const ordered = [...members].sort((left, right) => (left.key < right.key ? -1 : 1));
        const twice = ordered.filter((member, index) => ordered.slice(0, index).some((other) => areOne(member, other)));
        const told = namesOf(members);
        for (const { key } of twice) assert.ok(told.includes(`functions.${key}.name`), key);
      }),
    );
  });

  it("are told nowhere else, unless one is the key of another", () => {
    fc.assert(
      fc.property(named, (members) => {
        const isClear = members.every((member) =>
          members.every(
            (other) =>
              other === member ||
              (!areOne(member, other) &&
                folded(member.key) !== folded(other.name) &&
                folded(member.key) !== folded(other.key)),
          ),
        );
        fc.pre(isClear);
        assert.deepEqual(namesOf(members), []);
      }),
    );
  });

  it("give all that Pulumi and Kubernetes make names of their own, where nothing is told", () => {
    fc.assert(
      fc.property(named, (members) => {
        const { plan, problems } = planOf(members);
        fc.pre(!problems.some(({ code }) => code === "FM001"));
        const children = plan.members.flatMap(({ places }) => places.map(({ childName }) => childName));
        assert.equal(new Set(children.map(folded)).size, children.length, children.join(", "));
        const objects = plan.members.flatMap(({ places }) =>
          places.map(({ cluster, objectName }) => `${cluster}/${objectName}`),
        );
        assert.equal(new Set(objects).size, objects.length, objects.join(", "));
        const subscriptions = plan.members.flatMap((member) => member.subscriptions.map(({ childName }) => childName));
        assert.equal(new Set(subscriptions).size, subscriptions.length, subscriptions.join(", "));
      }),
    );
  });
});
