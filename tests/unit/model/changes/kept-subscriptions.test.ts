import assert from "node:assert/strict";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { sampleMesh, sink } from "../../sample-mesh";
import { two } from "../rules/broken-meshes";

const mesh = (sinks: MeshSpec["sinks"], topics: MeshSpec["topics"] = { out: {} }) =>
  factsOf(
    planMesh(
      "mesh",
      sampleMesh({ ...two, defaults: { cluster: "east" }, topics, ...(sinks === undefined ? {} : { sinks }) }),
    ).plan,
  );
const shared = sink({ subscriptionName: "s" });

describe("subscriptions that stay when a member goes", () => {
  const both = { a: shared, b: shared };
  const stays = ": its subscription s stays";
  const goes = ": its subscription s goes with it, and may lose messages: those in it that are not processed";
  const rows: (readonly [string, ReturnType<typeof mesh>, ReturnType<typeof mesh>, readonly string[]])[] = [
    [
      "are those that another member reads by, whoever owned them",
      mesh(both),
      mesh({ b: shared }),
      [`a is removed${stays}`],
    ],
    ["are those of the other one as well", mesh(both), mesh({ a: shared }), [`b is removed${stays}`]],
    [
      "are those that a new member takes over",
      mesh({ a: shared }),
      mesh({ c: sink({ subscriptionName: "s", className: "com.acme.Other" }) }),
      [`a is removed${stays}`],
    ],
    ["are not those of the last member", mesh({ a: shared }), mesh({}), [`a is removed${goes}`]],
    [
      "are not those that others read another topic by",
      mesh({ a: shared, b: sink({ subscriptionName: "s", input: { topics: ["x"] } }) }, { out: {}, x: {} }),
      mesh({ b: sink({ subscriptionName: "s", input: { topics: ["x"] } }) }, { out: {}, x: {} }),
      [`a is removed${goes}`],
    ],
    [
      "are not those of another Pulsar cluster",
      mesh({ a: shared, b: sink({ subscriptionName: "s", cluster: "west" }) }),
      mesh({ b: sink({ subscriptionName: "s", cluster: "west" }) }),
      [`a is removed${goes}`],
    ],
    [
      "are not those of a topic that goes",
      mesh({ a: sink({ cleanupSubscription: false }) }, {}),
      mesh({}, {}),
      [
        "a is removed: its subscription public/default/a goes with it, and may lose messages: those in it that are not processed",
      ],
    ],
  ];
  const own = { a: sink() };
  const alone: readonly (readonly [string, MeshSpec["topics"], string])[] = [
    ["retain", { out: { onDelete: "retain" } }, "stays"],
    ["delete", { out: { onDelete: "delete" } }, "goes with it, unless it holds messages that are not processed"],
    ["force", { out: {} }, "goes with it, and may lose messages: those in it that are not processed"],
  ];
  const byPattern = { a: sink({ input: { topicPattern: "o.*" } }) };
  rows.push([
    "are those that a pattern has on a topic that stays",
    mesh(byPattern, { out: { onDelete: "retain" } }),
    mesh({}, { out: { onDelete: "retain" } }),
    ["a is removed: its subscription public/default/a stays"],
  ]);
  for (const [end, topics, becomes] of alone)
    for (const later of [topics, {}])
      rows.push([
        `follow ${end} of their topic, which ${later === topics ? "stays" : "goes, too"}`,
        mesh(own, topics),
        mesh({}, later),
        [`a is removed: its subscription public/default/a ${becomes}`],
      ]);
  for (const [name, before, after, want] of rows)
    it(name, () =>
      assert.deepEqual(
        changesBetween(before, after).flatMap(({ kind, text }) => (kind === "memberRemoved" ? [text] : [])),
        want.map((text) => `sink ${text}`),
      ),
    );
});
