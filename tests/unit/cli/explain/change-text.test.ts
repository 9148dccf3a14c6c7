import assert from "node:assert/strict";
import { changeText } from "../../../../provider/cli/explain/change-text";
import { findFields } from "../../../../provider/cli/explain/find-field";
import { schema } from "../memory-terminal";

const textOf = (path: string): string | undefined => {
  const [field] = findFields(path, schema);
  assert.ok(field !== undefined, path);
  return changeText(field);
};

describe("changeText", () => {
  const cases = [
    { path: "image", want: /^roll: instances restart, one after the other$/ },
    { path: "pulsar.auth", want: /^roll: .*; this at most, since it depends on what of it changes$/ },
    { path: "pulsar.auth.token", want: /^no instance restarts; where there was none before, .*, roll: / },
    { path: "pulsar.auth.tokenFile", want: /^no instance restarts$/ },
    { path: "autoscaling", want: /^scale: .*; this at most/ },
    { path: "naming", want: /^replace: / },
    { path: "validation.strict", want: /^nothing changes but what is checked$/ },
    { path: "topics", want: /^one that comes is created; one that goes is deleted, with/ },
    { path: "topics.partitions", want: /^in place: partitions are added/ },
    { path: "topics.retention.minutes", want: /^in place; no instance restarts$/ },
    { path: "namespaces.bundles", want: /^refused: / },
    { path: "namespaces.external", want: /^the mesh takes it for its own, or gives up/ },
    { path: "tenants.adminRoles", want: /^in place; no instance restarts$/ },
  ];
  for (const { path, want } of cases) it(path, () => assert.match(textOf(path) ?? "", want));
});
