import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kubeconfigText } from "../../../../provider/pulumi/components/kubeconfig-text";

describe("kubeconfigText", () => {
  const home = process.env["HOME"];
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "function-mesh-kubeconfig-"));
    mkdirSync(join(folder, ".kube"));
    process.env["HOME"] = folder;
  });
  after(() => {
    process.env["HOME"] = home;
    rmSync(folder, { recursive: true });
  });

  const file = (text: string): string => {
    const path = join(folder, ".kube", "config");
    writeFileSync(path, text);
    return path;
  };

  it("leaves a text alone", () => {
    for (const text of ["apiVersion: v1\nkind: Config\n", '{"kind":"Config"}', "users:\n- client-key: key.pem\n"]) {
      assert.deepEqual(kubeconfigText(text), { text });
    }
  });
  it("reads a file as it is, also by the way from the home folder", () => {
    const text = "# mine\nkind: Config\nclusters: [{cluster: {certificate-authority: /ca.pem}}]\n";
    assert.deepEqual(kubeconfigText(file(text)), { text });
    assert.deepEqual(kubeconfigText("~/.kube/config"), { text });
  });
  it("knows no text where there is no file", () => {
    const reason = "there is no file at that path, and it is no kubeconfig text either";
    assert.deepEqual(kubeconfigText(join(folder, "none")), { text: undefined, reason, mayCome: true });
  });
  it("says which file cannot be read", () => {
    const reason = `the file ${folder} cannot be read (EISDIR)`;
    assert.deepEqual(kubeconfigText(folder), { text: undefined, reason, mayCome: false });
  });
  it("keeps the folder that the files in it are meant from", () => {
    const { text } = kubeconfigText(
      file(
        [
          "clusters:",
          "- cluster: {certificate-authority: ca.pem, server: https://a}",
          "users:",
          "- user: {client-certificate: ../c.pem, client-key: /k.pem, tokenFile: t}",
          "- user: {exec: {command: ./bin/login, args: [a/b]}}",
          "- user: {exec: {command: login}}",
          "",
        ].join("\n"),
      ),
    );
    const at = join(folder, ".kube");
    for (const expected of [
      `certificate-authority: ${at}/ca.pem`,
      `client-certificate: ${folder}/c.pem`,
      "client-key: /k.pem",
      `tokenFile: ${at}/t`,
      `command: ${at}/bin/login`,
      "command: login }",
      "args: [ a/b ]",
    ]) {
      assert.ok(text?.includes(expected), `${expected} in ${text}`);
    }
  });
});
