import assert from "node:assert/strict";
import type { Component } from "../../../../../provider/model/operator/component";
import { backendDefaults } from "../../../../../provider/model/operator/convert/backends";
import { convertFunction, convertSink, convertSource } from "../../../../../provider/model/operator/convert/kinds";
import { convertOrigin } from "../../../../../provider/model/operator/convert/origin";
import {
  backendFieldsWithoutEffect,
  fieldsWithoutEffect,
} from "../../../../../provider/model/operator/fields-without-effect";
import {
  backendShape,
  functionShape,
  sinkShape,
  sourceShape,
} from "../../../../../provider/model/operator/shape/component-shapes";
import { readShape } from "../../../../../provider/model/operator/shape/read-shape";
import { subscriptionCleanup } from "../../../../../provider/model/operator/subscription-cleanup";
import { type Leaf, leavesOf, withValue } from "../shape/leaves";
import { componentOf } from "../sample-component";

/** Where every field can have an effect. */
const base = {
  java: { jar: "a.jar" },
  input: { topics: ["in"] },
  output: { topic: "out" },
  cleanupSubscription: true,
  maxReplicas: 3,
  pulsar: { tlsConfig: { certSecretName: "s", certSecretKey: "k" } },
  pulsarPackageService: { tlsConfig: { certSecretName: "s", certSecretKey: "k" } },
};

/** Fields whose samples have to make sense. */
const ownSamples: Readonly<Record<string, readonly unknown[]>> = {
  "pod.builtinAutoscaler": [["AverageUtilizationCPUPercent50"]],
  // Together with the limit that is filled in from it.
  resources: [{ requests: { memory: "1Gi" } }],
};

interface Kind {
  readonly kind: string;
  readonly leaves: readonly Leaf[];
  readonly convert: (spec: unknown) => unknown;
  readonly withoutEffect: readonly string[];
}

const place = { path: "spec", isStrict: false };

const withoutEffectFor = (kind: Component["kind"]): readonly string[] => [
  ...fieldsWithoutEffect
    .filter(({ kinds, unless }) => kinds.includes(kind) && unless === undefined)
    .map(({ field }) => field),
  "windowConfig.actualWindowFunctionClassName",
  // Refused by FM093.
  ...(kind === "function" ? [] : ["python", "golang", "genericRuntime"]),
];

const common = (component: Component) => [convertOrigin(component), subscriptionCleanup(component)];

const kinds: readonly Kind[] = [
  {
    kind: "function",
    leaves: leavesOf(functionShape),
    convert: (spec) => {
      const component = componentOf("function", readShape(functionShape, spec, place).value ?? {});
      return [convertFunction(component), ...common(component)];
    },
    withoutEffect: withoutEffectFor("function"),
  },
  {
    kind: "source",
    leaves: leavesOf(sourceShape),
    convert: (spec) => {
      const component = componentOf("source", readShape(sourceShape, spec, place).value ?? {});
      return [convertSource(component), ...common(component)];
    },
    withoutEffect: withoutEffectFor("source"),
  },
  {
    kind: "sink",
    leaves: leavesOf(sinkShape),
    convert: (spec) => {
      const component = componentOf("sink", readShape(sinkShape, spec, place).value ?? {});
      return [convertSink(component), ...common(component)];
    },
    withoutEffect: withoutEffectFor("sink"),
  },
  {
    kind: "backend",
    leaves: leavesOf(backendShape),
    convert: (value) => {
      const { value: spec = {} } = readShape(backendShape, value, place);
      return backendDefaults([{ name: "backend-config", kubernetesNamespace: "a", spec }], "a");
    },
    withoutEffect: backendFieldsWithoutEffect.map(({ field }) => field),
  },
];

const isListed = (field: string, list: readonly string[]): boolean =>
  list.some((each) => field === each || field.startsWith(`${each}.`));

describe("every field of a manifest", () => {
  for (const { kind, leaves, convert, withoutEffect } of kinds) {
    for (const { steps, samples } of leaves) {
      const field = steps.join(".");
      const listed = isListed(field, withoutEffect);
      it(`${listed ? "does nothing, as is said" : "is converted"}: ${field} of a ${kind}`, () => {
        // Compared with what leads to the field alone, which may have an effect of its own.
        const before = JSON.stringify(convert(withValue(base, steps, undefined)));
        const stated = ownSamples[field] ?? samples;
        const changed = stated.filter((value) => JSON.stringify(convert(withValue(base, steps, value))) !== before);
        assert.equal(changed.length > 0, !listed);
      });
    }
  }
});
