import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Effect,
  effectOf,
  effectOfChange,
  type EffectSubject,
  fieldEffect,
} from "../../../provider/model/effects";
import { effects, greatest } from "../../../provider/model/effects/effect";
import type { FunctionSpec } from "../../../provider/model/function";
import { javaFunction } from "../sample-mesh";

describe("effectOf", () => {
  const rows: readonly {
    readonly subject?: EffectSubject;
    readonly field: string;
    readonly want: Effect | undefined;
  }[] = [
    { field: "replicas", want: "scale" },
    { field: "image", want: "roll" },
    { field: "name", want: "replace" },
    { field: "tenant", want: "drain" },
    { field: "input.topics", want: "drain" },
    { field: "input", want: "drain" },
    { field: "input.customSerdeSources", want: "drain" },
    { field: 'input.customSerdeSources["persistent://a/b/c.d"]', want: "roll" },
    { field: "input.sourceSpecs.in.receiverQueueSize", want: "roll" },
    { field: "instanceAuth.token", want: "none" },
    { field: "instanceAuth.oauth2.issuerUrl", want: "roll" },
    { field: "pod.affinity.nodeAffinity", want: "roll" },
    { field: "pod.vpa.updatePolicy", want: "none" },
    { field: "volumeClaimTemplates[0].spec", want: "replace" },
    { field: "placement[0].standby", want: "scale" },
    { field: "java.log.level", want: "roll" },
    { field: "rollout.timeoutSeconds", want: "none" },
    { subject: "sink", field: "subscriptionName", want: "drain" },
    { subject: "source", field: "subscriptionName", want: undefined },
    { subject: "source", field: "batchSourceConfig", want: "roll" },
    { subject: "kubernetes", field: "kubeconfig", want: "none" },
    { subject: "pulsar", field: "serviceUrl", want: "roll" },
    { subject: "defaults", field: "pod.labels.team", want: "roll" },
    { field: "nothing", want: undefined },
    { field: "java.nothing", want: undefined },
    { field: "constructor", want: undefined },
  ];
  for (const { subject = "function", field, want } of rows) {
    it(`${subject}: ${field} is ${want ?? "no field"}`, () => assert.equal(effectOf(subject, field), want));
  }
});

describe("fieldEffect", () => {
  const rows: readonly {
    readonly subject: EffectSubject;
    readonly field: string;
    readonly want: object | undefined;
  }[] = [
    { subject: "function", field: "image", want: { effect: "roll", isAtMost: false } },
    { subject: "function", field: "input", want: { effect: "drain", isAtMost: true } },
    { subject: "pulsar", field: "auth", want: { effect: "roll", isAtMost: true } },
    { subject: "pulsar", field: "auth.token", want: { effect: "none", isAtMost: false, stated: "roll" } },
    { subject: "pulsar", field: "peerUrls", want: { effect: "none", isAtMost: false } },
    { subject: "pulsar", field: "nothing", want: undefined },
  ];
  for (const { subject, field, want } of rows) {
    it(`of ${subject} ${field}`, () => assert.deepEqual(fieldEffect(subject, field), want));
  }
});

describe("effectOfChange", () => {
  const rows: readonly {
    readonly name: string;
    readonly before?: Partial<FunctionSpec>;
    readonly after: Partial<FunctionSpec>;
    readonly want: Effect;
  }[] = [
    { name: "nothing", after: {}, want: "none" },
    { name: "a number of instances", after: { replicas: 3 }, want: "scale" },
    { name: "a number that is told", after: { replicas: 3, showPreciseParallelism: true }, want: "roll" },
    {
      name: "a number that is told already",
      before: { showPreciseParallelism: true, replicas: 2 },
      after: { showPreciseParallelism: true, replicas: 3 },
      want: "roll",
    },
    { name: "scaling", after: { autoscaling: { maxReplicas: 3 } }, want: "scale" },
    {
      name: "the speed of scaling",
      before: { autoscaling: { maxReplicas: 3 } },
      after: { autoscaling: { maxReplicas: 3, behavior: {} } },
      want: "none",
    },
    { name: "another input", after: { input: { topics: ["in", "more"] } }, want: "drain" },
    {
      name: "another class for an input",
      before: { input: { customSerdeSources: { in: "A" } } },
      after: { input: { customSerdeSources: { in: "B" } } },
      want: "roll",
    },
    {
      name: "an input more, with its class",
      before: { input: { customSerdeSources: { in: "A" } } },
      after: { input: { customSerdeSources: { in: "A", more: "A" } } },
      want: "drain",
    },
    {
      name: "another token",
      before: { instanceAuth: { token: "a" } },
      after: { instanceAuth: { token: "b" } },
      want: "none",
    },
    { name: "a token where there was none", after: { instanceAuth: { token: "b" } }, want: "roll" },
    {
      name: "another kind of credential",
      before: { instanceAuth: { token: "a" } },
      after: { instanceAuth: { oauth2: { issuerUrl: "i", credentials: "c" } } },
      want: "roll",
    },
    { name: "a budget", after: { pod: { minAvailable: "1" } }, want: "none" },
    {
      name: "a place on standby",
      before: { placement: [{ cluster: "east" }, { cluster: "west" }] },
      after: { placement: [{ cluster: "east" }, { cluster: "west", standby: true }] },
      want: "scale",
    },
    { name: "a connector in place of topics", after: { source: { connector: "builtin://kafka" } }, want: "drain" },
    { name: "an image and an input", after: { image: "x", input: { topics: ["x"] } }, want: "drain" },
    {
      name: "an input and a volume",
      after: { input: { topics: ["x"] }, volumeClaimTemplates: [{ spec: {} }] },
      want: "replace",
    },
  ];
  for (const { name, before = {}, after, want } of rows) {
    it(`${name}: ${want}`, () => {
      const member = (parts: Partial<FunctionSpec>) => ({ kind: "function" as const, spec: javaFunction(parts) });
      assert.equal(effectOfChange(member(before), member(after)), want);
      assert.equal(effectOfChange(member(after), member(before)), want);
    });
  }

  it("grows with what is changed", () => {
    const some = fc.array(fc.constantFrom(...effects));
    fc.assert(
      fc.property(some, some, (left, right) => {
        const rank = (effect: Effect) => effects.indexOf(effect);
        assert.ok(rank(greatest([...left, ...right])) >= Math.max(rank(greatest(left)), rank(greatest(right))));
      }),
    );
  });
});
