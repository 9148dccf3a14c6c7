import assert from "node:assert/strict";
import { packagePart } from "../../../../provider/kubernetes/parts/package";
import type { PodPart } from "../../../../provider/kubernetes/pod-part";
import type { FunctionSpec } from "../../../../provider/model/function";
import type { ManifestOrigin } from "../../../../provider/model/manifest-origin";
import { placesOf } from "../../rendered-objects";
import { functionOf, javaFunction, pythonFunction, sampleMesh } from "../../sample-mesh";

const names = { config: "config", credentials: "our-credentials" };
function partOf(spec: FunctionSpec, origin?: ManifestOrigin): PodPart {
  const [target] = placesOf(sampleMesh({ functions: { f: spec } }));
  assert.ok(target !== undefined);
  return packagePart(origin === undefined ? target : { ...target, member: { ...target.member, origin } }, names);
}
const location = "function://retail/orders/f@1";
const java = (jar: string) => javaFunction({ java: { jar, jarLocation: location } });
const python = (py: string) => pythonFunction({ python: { py, pyLocation: location } });
const pulsar = { configMap: "retail-pulsar" };
const origin: ManifestOrigin = { componentName: "f", clusterName: "kubernetes", pulsar };

describe("parts/package", () => {
  it("adds nothing to a member whose code is in its image", () => assert.deepEqual(partOf(javaFunction()), {}));

  it("gives way to what the user mounts", () => {
    const volumeMounts = [
      { name: "mine", mountPath: "/pulsar/lib/f.jar" },
      { name: "mine", mountPath: "/pulsar/download/" },
    ];
    const { mounts, initContainers } = partOf({ ...java("lib/f.jar"), volumeMounts });
    assert.deepEqual(mounts, []);
    const [ours, ...users] = initContainers?.[0]?.volumeMounts ?? [];
    assert.deepEqual(ours, { name: "function-mesh-package", mountPath: "/pulsar/function-mesh-download" });
    assert.deepEqual(users, volumeMounts);
    assert.ok(initContainers?.[0]?.command?.includes("/pulsar/function-mesh-download/f.jar"));
  });

  const volume = "function-mesh-package";
  const file = (path: string, subPath: string) => ({ name: volume, mountPath: path, subPath, readOnly: true });
  for (const { name, spec, from, want } of [
    { name: "the file alone", spec: java("lib/f.jar"), want: file("/pulsar/lib/f.jar", "f.jar") },
    { name: "a file outside of Pulsar's directory", spec: java("/srv/f.jar"), want: file("/srv/f.jar", "f.jar") },
    { name: "a Python file", spec: python("/pulsar/code/f.py"), want: file("/pulsar/code/f.py", "f.py") },
    {
      name: "a directory to unpack an archive in",
      spec: python("/pulsar/code/f.zip"),
      want: { name: volume, mountPath: "/pulsar/unpacked" },
    },
    {
      name: "a directory for an archive that is to be in Pulsar's own, which nobody may write to",
      spec: python("f.whl"),
      want: { name: volume, mountPath: "/pulsar/unpacked" },
    },
    {
      name: "an archive into a directory that the user mounts",
      spec: { ...python("f.whl"), volumeMounts: [{ name: "mine", mountPath: "/pulsar/unpacked" }] },
      want: file("/pulsar/unpacked/f.whl", "f.whl"),
    },
    {
      name: "an archive of a manifest where it says",
      spec: python("/pulsar/code/f.zip"),
      from: origin,
      want: { name: volume, mountPath: "/pulsar/code" },
    },
    {
      name: "an archive of a manifest in Pulsar's own directory, which it must not hide",
      spec: python("f.whl"),
      from: origin,
      want: file("/pulsar/f.whl", "f.whl"),
    },
  ]) {
    it(`mounts ${name}`, () => assert.deepEqual(partOf(spec, from).mounts, [want]));
  }

  it("takes what a manifest refers to, in a container of its own", () => {
    const [downloader] = partOf(java("f.jar"), origin).initContainers ?? [];
    assert.equal(downloader?.image, "streamnative/pulsarctl:2.10.2.3");
    assert.deepEqual(downloader.envFrom, [{ configMapRef: { name: "retail-pulsar" } }]);
    assert.ok(downloader.command?.includes("$(webServiceURL)"));
  });

  it("keeps the access to another package service apart from that of the instance", () => {
    const trustCerts = { secret: "pk-ca", key: "ca.pem" };
    const packages = {
      configMap: "packages-pulsar",
      auth: { kind: "plugin", plugin: "com.pk.Auth", params: "pk-token" },
      tls: { enabled: true, allowInsecure: false, verifyHostname: true, trustCerts },
    } as const;
    const { initContainers, volumes } = partOf(java("f.jar"), { ...origin, packages });
    const [downloader] = initContainers ?? [];
    assert.deepEqual(downloader?.envFrom, [{ configMapRef: { name: "packages-pulsar" } }]);
    const secretKeyRef = { name: "our-credentials", key: "package-auth.params" };
    assert.ok(downloader.env?.some(({ valueFrom }) => JSON.stringify(valueFrom) === JSON.stringify({ secretKeyRef })));
    assert.ok(downloader.command?.includes("/etc/tls/pulsar-functions-package-service/ca.pem"));
    assert.deepEqual(
      volumes?.map(({ name }) => name),
      [volume, "function-mesh-package-trust-certs"],
    );
  });

  const downloaders = (spec: FunctionSpec, from?: ManifestOrigin) =>
    partOf(spec, from).initContainers?.map(({ name, image }) => `${name} ${image ?? ""}`);
  const go = functionOf({ image: "enrich:1", golang: { go: "f", goLocation: location } });
  const genericOf = (image: string) =>
    functionOf({
      image,
      genericRuntime: { functionFile: "f.js", functionFileLocation: "https://files/f.js", language: "nodejs" },
    });
  const pulsarImage = "apachepulsar/pulsar:4.0.8";
  for (const { name, spec, from, want } of [
    { name: "the member's own, which is Pulsar's", spec: java("f.jar"), want: [`downloader ${pulsarImage}`] },
    {
      name: "the member's own, which is laid out like it",
      spec: { ...java("f.jar"), image: "mine:1" },
      want: ["downloader mine:1"],
    },
    {
      name: "Pulsar's, for a program whose image has nothing else",
      spec: go,
      want: [`downloader ${pulsarImage}`, `downloader-permission ${pulsarImage}`],
    },
    { name: "Pulsar's, for a generic instance", spec: genericOf("mine:1"), want: [`downloader ${pulsarImage}`] },
    {
      name: "that of a generic instance which has pulsarctl",
      spec: genericOf("streamnative/pulsar-functions-generic-nodejs-runner:0.1.0"),
      want: ["downloader streamnative/pulsar-functions-generic-nodejs-runner:0.1.0"],
    },
    {
      name: "the one that is stated",
      spec: { ...go, downloaderImage: "tools:1" },
      want: ["downloader tools:1", "downloader-permission tools:1"],
    },
    {
      name: "the operator's, for a manifest",
      spec: go,
      from: origin,
      want: ["downloader streamnative/pulsarctl:2.10.2.3", "downloader-permission streamnative/pulsarctl:2.10.2.3"],
    },
  ]) {
    it(`downloads with an image with tools: ${name}`, () => assert.deepEqual(downloaders(spec, from), want));
  }

  it("makes programs executable", () => {
    const { initContainers } = partOf(functionOf({ image: "i", golang: { go: "f", goLocation: location } }));
    assert.deepEqual(
      initContainers?.map(({ command }) => command?.[0]),
      ["/pulsar/bin/pulsar-admin", "chmod"],
    );
    assert.deepEqual(initContainers?.[1]?.command, ["chmod", "+x", "/pulsar/download/f"]);
  });
});
