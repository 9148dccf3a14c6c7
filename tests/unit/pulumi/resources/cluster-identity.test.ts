import assert from "node:assert/strict";
import type { OperationContext, Properties } from "../../../../provider/pulsar/resource/resource";
import { clusterIdentity } from "../../../../provider/pulumi/resources/cluster-identity";
import { type FakeAnswer, type FakeKubernetes, startFakeKubernetes } from "./fake-kubernetes";

const kubeSystem = (uid: string): FakeAnswer => [200, { metadata: { name: "kube-system", uid } }];
const status = (code: number): FakeAnswer => [code, { kind: "Status", message: "no", code }];
const changed = [{ path: "uid", kind: "update", replace: false }];
const another =
  /^Error: kubernetes\.east: the kubeconfig leads to another cluster: .* the uid two, but kubernetes\.east\.uid is one\./;

describe("clusterIdentity", () => {
  let server: FakeKubernetes;
  let answer: FakeAnswer;
  let asked = 0;
  before(async () => {
    server = await startFakeKubernetes(() => {
      asked += 1;
      return answer;
    });
  });
  after(() => server.stop());
  beforeEach(() => {
    asked = 0;
    answer = kubeSystem("one");
  });

  const inputs = (more: Properties = {}): Properties => ({
    cluster: "east",
    kubeconfig: server.kubeconfig,
    uid: "one",
    ...more,
  });
  const context = (preview: boolean): OperationContext => ({
    get admin(): never {
      throw new Error("no broker is asked");
    },
    urn: "",
    preview,
    signal: new AbortController().signal,
    log: () => undefined,
  });
  const outdated = (given: Properties) => clusterIdentity.outdated?.(given, context(true));
  const read = (given: Properties) => clusterIdentity.read("one", { inputs: given, outputs: {} }, context(false));
  const update = (given: Properties, preview: boolean) =>
    clusterIdentity.update("one", { inputs: given, outputs: { observedUid: "one" } }, given, context(preview));

  it("finds nothing to do in the stated cluster", async () => {
    assert.deepEqual(await outdated(inputs()), []);
    assert.equal((await read(inputs()))?.id, "one");
    assert.equal(asked, 2);
  });
  it("sees, without any argument changed, that another cluster answers", async () => {
    answer = kubeSystem("two");
    assert.deepEqual(await outdated(inputs()), changed);
    await assert.rejects(update(inputs(), true), another);
    await assert.rejects(update(inputs(), false), another);
    await assert.rejects(read(inputs()), another);
  });
  it("does not ask where no uid is stated, or the cluster is left behind", async () => {
    answer = kubeSystem("two");
    for (const more of [{ uid: undefined }, { abandon: true }]) {
      assert.deepEqual(await outdated(inputs(more)), []);
      assert.equal((await read(inputs(more)))?.id, "one");
    }
    assert.equal(asked, 0);
    assert.equal((await update(inputs({ abandon: true }), false))["observedUid"], "one");
  });
  for (const code of [503, 429])
    it(`waits for an update while the cluster answers ${code}, which fails then`, async () => {
      answer = status(code);
      assert.deepEqual(await outdated(inputs()), []);
      assert.equal((await read(inputs()))?.id, "one");
      assert.equal((await update(inputs(), true))["observedUid"], "one");
      await assert.rejects(
        update(inputs(), false),
        /kubernetes\.east: the Kubernetes cluster could not be asked who it is/,
      );
    });
  it("is not sure of a cluster that does not let it ask", async () => {
    answer = status(403);
    assert.deepEqual(await outdated(inputs()), changed);
    await assert.rejects(update(inputs(), true), /could not be asked who it is \(.*no\)/);
  });
  for (const [what, wrong, says] of [
    [
      "a wrong context",
      { context: "est" },
      /^Error: kubernetes\.east: the kubeconfig has no context "est"; it has fake\. Correct/,
    ],
    ["what is no kubeconfig", { kubeconfig: "a: [" }, /^Error: kubernetes\.east: the kubeconfig is not valid YAML/],
    ["an empty kubeconfig", { kubeconfig: "{}" }, /^Error: kubernetes\.east: the kubeconfig names no current cluster/],
  ] as const)
    it(`refuses ${what} at preview already`, async () => {
      await assert.rejects(clusterIdentity.create(inputs({ uid: undefined, ...wrong }), context(true)), says);
    });
  it("is previewed while the cluster is not there", async () => {
    const away = await startFakeKubernetes(() => answer);
    away.stop();
    const given = inputs({ kubeconfig: away.kubeconfig });
    assert.deepEqual(await clusterIdentity.create(given, context(true)), {
      id: "",
      outputs: { cluster: "east", context: undefined, uid: "one" },
    });
    assert.deepEqual(await outdated(given), []);
    await assert.rejects(clusterIdentity.create(given, context(false)), /could not be asked who it is/);
  });
});
