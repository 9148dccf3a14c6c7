import assert from "node:assert/strict";
import {
  deleteLeftoverAutoscalers,
  isNumberTakenOver,
} from "../../../../../provider/pulumi/resources/rollout/leftover-autoscalers";

describe("isNumberTakenOver", () => {
  for (const { name, inputs, before, want } of [
    { name: "a number stated after an autoscaler", inputs: { replicas: 3 }, before: {}, want: true },
    { name: "a number stated after a pause", inputs: { replicas: 3 }, before: { replicas: 0 }, want: true },
    { name: "the same number", inputs: { replicas: 3 }, before: { replicas: 3 }, want: false },
    { name: "a pause, which an HPA sleeps through", inputs: { replicas: 0 }, before: {}, want: false },
    { name: "no number", inputs: { initialReplicas: 1 }, before: { replicas: 3 }, want: false },
    { name: "a new member", inputs: { replicas: 3 }, before: undefined, want: false },
  ])
    it(`is ${want} for ${name}`, () => assert.equal(isNumberTakenOver(inputs, before), want));
});

/** An API server with autoscalers of both kinds, or without what they are kept in. */
function connection(fails?: { readonly code: number; readonly first?: number }) {
  const calls: string[] = [];
  const answered = <T>(call: string, answer: T): Promise<T> => {
    calls.push(call);
    const isAnswered = fails === undefined || calls.length > (fails.first ?? Number.POSITIVE_INFINITY);
    return isAnswered ? Promise.resolve(answer) : Promise.reject(Object.assign(new Error("no"), fails));
  };
  const list = { items: [{ metadata: { name: "orders-score" } }] };
  return {
    calls,
    server: "https://cluster",
    autoscaling: {
      listNamespacedHorizontalPodAutoscaler: (request: { readonly labelSelector?: string }) =>
        answered(`list HPAs of ${request.labelSelector}`, { items: [{ metadata: { name: "orders-score" } }] }),
      deleteNamespacedHorizontalPodAutoscaler: ({ name }: { readonly name: string }) =>
        answered(`delete HPA ${name}`, {}),
    },
    custom: {
      listNamespacedCustomObject: ({ plural }: { readonly plural: string }) => answered(`list ${plural}`, list),
      deleteNamespacedCustomObject: (request: { readonly plural: string; readonly name: string }) =>
        answered(`delete ${request.plural} ${request.name}`, {}),
    },
  };
}

describe("deleteLeftoverAutoscalers", () => {
  it("deletes those that this package has made for the workload", async () => {
    const server = connection();
    await deleteLeftoverAutoscalers(server, "mesh", "orders-score");
    assert.deepEqual(server.calls, [
      "list HPAs of app.kubernetes.io/managed-by=pulumi,app.kubernetes.io/instance=orders-score",
      "delete HPA orders-score",
      "list scaledobjects",
      "delete scaledobjects orders-score",
    ]);
  });
  for (const code of [403, 404])
    it(`finds none where the API server answers ${code}`, async () => {
      const server = connection({ code });
      await deleteLeftoverAutoscalers(server, "mesh", "orders-score");
      assert.equal(server.calls.length, 2);
    });
  it("comes back where the API server asks to come later", async () => {
    const server = connection({ code: 429, first: 2 });
    await deleteLeftoverAutoscalers(server, "mesh", "orders-score");
    assert.equal(server.calls.filter((call) => call.startsWith("delete")).length, 2);
  });
  it("fails where the API server does not answer", async () => {
    await assert.rejects(deleteLeftoverAutoscalers(connection({ code: 500 }), "mesh", "orders-score"), /no/);
  });
});
