import assert from "node:assert/strict";
import { type Expression, expressionFindings } from "../../../../provider/model/rules/kubernetes-expressions";
import { unknown } from "./broken-meshes";

const ofNodes = ["Gt", "Lt"] as const;

interface Row {
  readonly name: string;
  readonly expression: Expression;
  readonly want: readonly string[];
  readonly isOfPods?: boolean;
}

const rows: readonly Row[] = [
  { name: "a set", expression: { key: "a", operator: "In", values: ["x", "y"] }, want: [] },
  { name: "a number", expression: { key: "a", operator: "Gt", values: ["-5"] }, want: [] },
  { name: "nothing", expression: {}, want: ["a.key is missing", "a.operator is missing"] },
  {
    name: "empty texts",
    expression: { key: "", operator: "", values: ["x"] },
    want: ["a.key is missing", "a.operator is missing"],
  },
  { name: "no values", expression: { key: "a", operator: "NotIn" }, want: ["a.values is missing"] },
  { name: "no number", expression: { key: "a", operator: "Lt", values: [] }, want: ["a.values is missing"] },
  {
    name: "two numbers",
    expression: { key: "a", operator: "Gt", values: ["1", "2"] },
    want: ["a.values has 2 values, and Gt takes one"],
  },
  {
    name: "a text for a number",
    expression: { key: "a", operator: "Lt", values: ["x"] },
    want: ['a.values[0] "x" is not a whole number (warning in manifests)'],
  },
  {
    name: "values of what takes none",
    expression: { key: "a", operator: "Exists", values: ["x"] },
    want: ["a.values does not go with the operator Exists"],
  },
  {
    name: "an operator of nodes for pods",
    expression: { key: "a", operator: "Gt", values: ["1"] },
    isOfPods: true,
    want: ['a.operator "Gt" is not one'],
  },
  { name: "what is not known yet", expression: { key: unknown, operator: unknown, values: [unknown] }, want: [] },
  { name: "a number not known yet", expression: { key: "a", operator: "Gt", values: [unknown] }, want: [] },
];

describe("expressionFindings", () => {
  for (const { name, expression, want, isOfPods = false } of rows) {
    it(`looks at ${name}`, () => {
      const found = expressionFindings(expression, "a", isOfPods ? [] : ofNodes);
      assert.deepEqual(
        found.map(
          ({ path, message, inManifests }) =>
            `${path} ${message}${inManifests === undefined ? "" : ` (${inManifests} in manifests)`}`,
        ),
        want,
      );
    });
  }
});
