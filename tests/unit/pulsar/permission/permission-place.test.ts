import assert from "node:assert/strict";
import {
  actionsOf,
  identityOf,
  parsePermissionId,
  permissionId,
  permissionPath,
  permissionText,
  roleInPlace,
} from "../../../../provider/pulsar/permission/permission-place";

const rows = [
  {
    inputs: { namespace: "t/n", role: "a/b#c" },
    id: "t/n#a/b#c",
    path: "/admin/v2/namespaces/t/n/permissions/a%2Fb%23c",
    text: "permission of role a/b#c in namespace t/n",
  },
  {
    inputs: { topic: "persistent://t/n/x#%y", role: "r" },
    id: "persistent://t/n/x%23%25y#r",
    path: "/admin/v2/persistent/t/n/x%23%25y/permissions/r",
    text: "permission of role r in topic persistent://t/n/x#%y",
  },
  {
    inputs: { topic: "non-persistent://t/n/x", role: "persistent://a/b/c" },
    id: "non-persistent://t/n/x#persistent://a/b/c",
    path: "/admin/v2/non-persistent/t/n/x/permissions/persistent%3A%2F%2Fa%2Fb%2Fc",
    text: "permission of role persistent://a/b/c in topic non-persistent://t/n/x",
  },
];

describe("provider/pulsar/permission/permission-place", () => {
  for (const { inputs, id, path, text } of rows) {
    it(`knows ${id}`, () => {
      const place = roleInPlace(inputs);
      assert.deepEqual(
        { id: permissionId(place), path: permissionPath(place), text: permissionText(place) },
        { id, path, text },
      );
      assert.deepEqual(identityOf(parsePermissionId(id)), inputs);
    });
  }
  for (const id of ["t/n", "t/n#", "#r", "t#r", "t/n/x#r", "persistent://t/n#r", "t/n#..", "t/n# "]) {
    it(`refuses ${JSON.stringify(id)}`, () => assert.throws(() => parsePermissionId(id), /is not .*: write /));
  }
  it("tells what was granted in the place from what was granted elsewhere", () => {
    const roles = {
      ofNamespace: { r: ["produce", null] },
      ofTopics: { "persistent://t/n/x": { r: ["consume"], other: ["sinks"] } },
      ofSubscriptions: { r: ["r"] },
    };
    const actions = (inputs: object) => actionsOf(roles, roleInPlace({ role: "r", ...inputs }));
    assert.deepEqual(actions({ namespace: "t/n" }), ["produce"]);
    assert.deepEqual(actions({ topic: "t/n/x" }), ["consume"]);
    assert.deepEqual(actions({ topic: "t/n/y" }), []);
    for (const role of ["constructor", "__proto__"]) assert.deepEqual(actions({ namespace: "t/n", role }), []);
    assert.deepEqual(actionsOf(undefined, roleInPlace({ namespace: "t/n", role: "r" })), []);
  });
});
