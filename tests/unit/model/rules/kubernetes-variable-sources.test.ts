import { member, testRule, unknown } from "./broken-meshes";

const env = (valueFrom: object) => member({ pod: { env: [{ name: "A", valueFrom }] } });
const atEnv = "FM070 functions.f.pod.env[0].valueFrom";
const inManifests = atEnv.replace("FM070", "FM070?");

testRule("FM070", [
  { name: "a variable from nowhere", spec: env({}), want: [atEnv] },
  {
    name: "a variable from two places",
    spec: env({ fieldRef: { fieldPath: "metadata.name" }, secretKeyRef: { name: "s", key: "k" } }),
    want: [atEnv],
  },
  {
    name: "a variable from a Secret without key",
    spec: env({ secretKeyRef: { name: "s" } }),
    want: [`${atEnv}.secretKeyRef.key`],
  },
  {
    name: "a variable from a ConfigMap without name",
    spec: env({ configMapKeyRef: { key: "k" } }),
    want: [`${atEnv}.configMapKeyRef.name`],
  },
  { name: "a variable from a Secret", spec: env({ secretKeyRef: { name: "s", key: "k" } }), want: [] },
  {
    name: "a variable from no Secret",
    spec: env({ secretKeyRef: { name: "S_", key: "k" } }),
    want: [`${atEnv}.secretKeyRef.name`],
    wantInManifests: [`${atEnv}.secretKeyRef.name`],
  },
  {
    name: "a variable from no Secret, which may be missing",
    spec: env({ secretKeyRef: { name: "S_", key: "k", optional: true } }),
    want: [`${atEnv}.secretKeyRef.name`],
    wantInManifests: [`${inManifests}.secretKeyRef.name`],
  },
  {
    name: "a variable from no key of no ConfigMap, which may be missing",
    spec: env({ configMapKeyRef: { name: "C_", key: "k/k", optional: true } }),
    want: [`${atEnv}.configMapKeyRef.name`, `${atEnv}.configMapKeyRef.key`],
    wantInManifests: [`${inManifests}.configMapKeyRef.name`, `${atEnv}.configMapKeyRef.key`],
  },
  { name: "a source not known yet", spec: env({ secretKeyRef: { name: unknown, key: unknown } }), want: [] },
]);
