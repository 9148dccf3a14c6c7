import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { textsOf } from "../../../../provider/pulsar/resource/decode";
import { asDeclared } from "../../../../provider/pulsar/resource/diff";
import { asSet } from "../../../../provider/pulsar/resource/field-checks";
import { keepingFoundClusters } from "../../../../provider/pulsar/resource/found-clusters";
import {
  type OperationContext,
  type Properties,
  type PulsarResource,
  type ResourceState,
} from "../../../../provider/pulsar/resource/resource";

const context: OperationContext = {
  admin: { ...createAdminClient({ adminUrl: "http://127.0.0.1:1" }), clusterName: "east" },
  urn: "urn",
  preview: false,
  signal: new AbortController().signal,
  log: () => undefined,
};

const asked = { keepFoundClusters: true };
const keeping = (...clusters: readonly string[]): Properties => ({ ...asked, clusters });

/** An object of the broker "east": its clusters, and every list that was written to it. */
class FakeObject {
  readonly written: (readonly string[])[] = [];
  looks = 0;
  constructor(public clusters: readonly string[]) {}

  readonly write = (clusters: unknown): void => {
    this.clusters = textsOf(clusters);
    this.written.push(this.clusters);
  };

  /** Declares all clusters, and only the broker's own when none are declared any more. */
  readonly resource: PulsarResource = {
    type: "fake",
    check: (inputs) => ({ inputs, failures: [] }),
    diff: () => ({ changes: [] }),
    create: async (inputs) => {
      if (inputs["clusters"] !== undefined) this.write(inputs["clusters"]);
      return { id: "id", outputs: inputs };
    },
    read: async (id, { inputs }) => {
      const found = asDeclared({ clusters: { normal: asSet } }, inputs, { clusters: this.clusters });
      return { id, inputs: found, outputs: found };
    },
    update: async (_id, old, inputs) => {
      const [before, after] = [old.inputs["clusters"], inputs["clusters"]];
      if (String(before) !== String(after)) this.write(after ?? ["east"]);
      return inputs;
    },
    delete: async () => undefined,
  };
}

/** The engine's part: one state, and the operations that change it. */
function operated(object: FakeObject) {
  const look = async (): Promise<Properties> => {
    object.looks += 1;
    return { clusters: object.clusters };
  };
  const resource = keepingFoundClusters(object.resource, { fields: ["clusters"], look });
  let state: ResourceState = { id: "id", inputs: {}, outputs: {} };
  return {
    state: () => state,
    create: async (inputs: Properties) => (state = { inputs, ...(await resource.create(inputs, context)) }),
    update: async (inputs: Properties, how = context) =>
      (state = { id: "id", inputs, outputs: await resource.update("id", state, inputs, how) }),
    refresh: async () => (state = (await resource.read("id", state, context)) ?? assert.fail("it is gone")),
  };
}

async function adopted(clusters: readonly string[], inputs: Properties) {
  const object = new FakeObject(clusters);
  const operations = operated(object);
  await operations.create(inputs);
  return { object, ...operations };
}

describe("provider/pulsar/resource/found-clusters", () => {
  it("keeps the clusters of others, and takes back those that were declared", async () => {
    const { object, update, state } = await adopted(["east", "north"], keeping("east", "west"));
    assert.deepEqual(object.clusters, ["east", "west", "north"]);
    assert.deepEqual(state().outputs["foundClusters"], { clusters: ["north"] });
    await update(keeping("east"));
    assert.deepEqual(object.clusters, ["east", "north"]);
  });

  it("takes what is declared for its own, where a create is completed or a mesh renamed", async () => {
    const { object, update, state } = await adopted(["east", "west", "north"], keeping("east", "west"));
    assert.deepEqual(state().outputs["foundClusters"], { clusters: ["north"] });
    await update(keeping("east"));
    assert.deepEqual(object.clusters, ["east", "north"]);
  });

  it("does not take the broker's own cluster for one of others", async () => {
    const { state } = await adopted(["east"], keeping("west"));
    assert.equal(state().outputs["foundClusters"], undefined);
  });

  it("takes for its own what others had until it is declared", async () => {
    const { object, update } = await adopted(["east", "north"], keeping("east"));
    await update(keeping("east", "north"));
    await update(keeping("east"));
    assert.deepEqual(object.clusters, ["east"]);
  });

  for (const later of [{}, asked])
    it(`leaves those of others when none are declared any more, with ${JSON.stringify(later)}`, async () => {
      const { object, update, refresh, state } = await adopted(["east", "north"], keeping("east", "west"));
      await update(later);
      assert.deepEqual(object.clusters, ["east", "north"]);
      await refresh();
      await update({ ...later, onDelete: "retain" });
      assert.deepEqual(object.clusters, ["east", "north"]);
      assert.deepEqual(state().outputs, { ...later, onDelete: "retain" });
    });

  it("leaves those of others after a refresh, too", async () => {
    const { object, update, refresh, state } = await adopted(["east", "north"], keeping("east", "west"));
    await refresh();
    assert.deepEqual(state().inputs, keeping("east", "west"));
    await update({});
    assert.deepEqual(object.clusters, ["east", "north"]);
  });

  it("reads a state in which found clusters are those of the program as well", async () => {
    const { object, update, state } = await adopted(["east", "north"], keeping("east", "west"));
    Object.assign(state(), { outputs: { ...state().outputs, foundClusters: { clusters: ["east", "west", "north"] } } });
    await update({});
    assert.deepEqual(object.clusters, ["east", "north"]);
  });

  it("finds anew what others have, when clusters are declared again", async () => {
    const { object, update } = await adopted(["east", "north"], keeping("east", "west"));
    await update({});
    object.clusters = ["east", "south"];
    await update(keeping("east", "west"));
    assert.deepEqual(object.clusters, ["east", "west", "south"]);
  });

  it("does not put back what its administrator took away", async () => {
    const { object, update, state } = await adopted(["east", "north"], keeping("east"));
    object.clusters = ["east"];
    await update(keeping("east", "west"));
    assert.deepEqual(object.written.at(-1), ["east", "west"]);
    assert.equal(state().outputs["foundClusters"], undefined);
  });

  it("forgets at a refresh what its administrator took away, which is no difference", async () => {
    const { object, refresh, state } = await adopted(["east", "north", "south"], keeping("west", "east"));
    object.clusters = ["east", "south", "west"];
    await refresh();
    assert.deepEqual(state().inputs, keeping("west", "east"));
    assert.deepEqual(state().outputs["foundClusters"], { clusters: ["south"] });
  });

  it("shows at a refresh what is missing of the declared ones, and what came later", async () => {
    const { object, refresh, state } = await adopted(["east", "north"], keeping("east", "west"));
    object.clusters = ["east", "north", "south"];
    await refresh();
    assert.deepEqual(state().inputs, keeping("east", "south"));
  });

  it("asks for the clusterName that it cannot tell, before others lose anything", async () => {
    const { object, update } = await adopted(["east", "north"], keeping("east", "west"));
    const send = async () => Promise.reject(new Error("several clusters: state clusterName"));
    const unnamed = { ...context, admin: { ...context.admin, send, clusterName: undefined } };
    await assert.rejects(update({}, unnamed), /state clusterName/);
    assert.deepEqual(object.clusters, ["east", "west", "north"]);
  });

  it("declares all clusters where they are stated, and looks only where it has to", async () => {
    const { object, update } = await adopted(["east"], keeping("east", "west"));
    await update(keeping("east"));
    assert.equal(object.looks, 1);
    object.clusters = ["east", "north"];
    await update({ clusters: ["east", "west"] });
    assert.deepEqual([object.clusters, object.looks], [["east", "west"], 1]);
  });

  it("does not look at a preview", async () => {
    const { object, update } = await adopted(["east", "north"], keeping("east", "west"));
    await update(keeping("east"), { ...context, preview: true });
    assert.equal(object.looks, 1);
  });
});
