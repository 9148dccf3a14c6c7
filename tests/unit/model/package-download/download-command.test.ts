import assert from "node:assert/strict";
import type { Download } from "../../../../provider/model/package-download/download";
import {
  downloadCommand,
  downloadVariables,
  toolsOf,
} from "../../../../provider/model/package-download/download-command";
import type { PulsarAccess } from "../../../../provider/model/pulsar-access";

const access: PulsarAccess = {
  clusterName: "east",
  serviceUrl: "",
  webServiceUrl: "https://admin:8443",
  env: [],
  envFrom: [],
  volumes: [],
  mounts: [],
};
const download = (parts: Partial<PulsarAccess> = {}): Download => ({
  location: "function://retail/orders/score@1",
  file: "/pulsar/download/score.jar",
  access: { ...access, ...parts },
});
const fromWeb: Download = { ...download(), location: "https://files/score.jar?a=$(b)" };
const token = { plugin: "Token", params: { kind: "argument", text: "file:///token" } } as const;
const oauth2 = {
  plugin: "org.apache.pulsar.client.impl.auth.oauth2.AuthenticationOAuth2",
  params: { kind: "argument", text: '{"issuerUrl":"https://id"}' },
} as const;
const pieces = { issuerUrl: "https://id", audience: "urn:a", scope: "s1 s2", keyFile: "/etc/oauth2/k.json" };
const fromSecret = {
  plugin: "$(clientAuthenticationPlugin)",
  params: { kind: "argument", text: "$(clientAuthenticationParameters)" },
} as const;
const tls = { allowInsecure: "false", verifyHostname: "true", trustCertsPath: "/ca.crt" };

describe("download-command", () => {
  it("downloads with Pulsar's own tool", () => {
    assert.deepEqual(downloadCommand(download({ auth: token, tls }), "pulsar"), [
      ...["/pulsar/bin/pulsar-admin", "--admin-url", "https://admin:8443"],
      ...["--auth-plugin", "Token", "--auth-params", "file:///token"],
      ...["--tls-enable-hostname-verification", "--tls-trust-cert-path", "/ca.crt"],
      ...["packages", "download", "function://retail/orders/score@1", "--path", "/pulsar/download/score.jar"],
    ]);
  });

  it("hands switches on whose values only the pod knows", () => {
    const words = downloadCommand(
      download({ tls: { allowInsecure: "$(insecure)", verifyHostname: "false" } }),
      "pulsar",
    );
    assert.ok(words.includes("--tls-allow-insecure=$(insecure)"));
    assert.ok(!words.some((word) => word.includes("hostname")));
  });

  const pulsarctl = [
    ...["pulsarctl", "packages", "download", "function://retail/orders/score@1"],
    ...["--path", "/pulsar/download/score.jar", "--admin-service-url", "https://admin:8443"],
  ];

  it("downloads with pulsarctl", () => {
    assert.deepEqual(downloadCommand(download({ auth: token, tls }), "pulsarctl"), [
      ...pulsarctl,
      ...["--tls-allow-insecure=false", "--tls-enable-hostname-verification=true", "--tls-trust-cert-path", "/ca.crt"],
      ...["--auth-plugin", "Token", "--auth-params", "file:///token"],
    ]);
  });

  const scriptOf = (auth: NonNullable<PulsarAccess["auth"]>): string => {
    const [shell, flag, script = "", ...rest] = downloadCommand(download({ auth }), "pulsarctl");
    assert.deepEqual([shell, flag, rest], ["sh", "-c", []]);
    return script;
  };
  const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(" ");

  it("logs pulsarctl in before, with OAuth2", () => {
    const flags = ["--issuer-endpoint", "https://id", "--audience", "urn:a", "--scope", "s1 s2"];
    const key = ["--key-file", "/etc/oauth2/k.json"];
    const context = ["pulsarctl", "context", "set", "packages", "--admin-service-url", "https://admin:8443"];
    const credential = ["--auth-plugin", oauth2.plugin, "--auth-params", oauth2.params.text];
    assert.equal(
      scriptOf({ ...oauth2, oauth2: pieces }),
      [
        quoted([...context, ...flags, ...key]),
        quoted(["pulsarctl", "oauth2", "activate", ...flags, ...key]),
        quoted([...pulsarctl, ...credential]),
      ].join(" && "),
    );
  });

  it("lets logging in fail where only a Secret knows whether it is needed", () => {
    const [login, download] = scriptOf(fromSecret).split(" && ");
    assert.match(login ?? "", /^\{ .*'activate' '--auth-params' "\$clientAuthenticationParameters" \|\| true; \}$/);
    assert.match(download ?? "", /'--auth-plugin' "\$clientAuthenticationPlugin"/);
  });

  it("downloads from the web with what the image has", () => {
    const url = "https://files/score.jar?a=$$(b)";
    const file = "/pulsar/download/score.jar";
    assert.deepEqual(downloadCommand(fromWeb, "pulsarctl"), ["wget", "-O", file, url]);
    assert.deepEqual(downloadCommand(fromWeb, "pulsar").slice(-3), ["--output", file, url]);
  });

  for (const { image, isFromManifest = false, want } of [
    { image: "apachepulsar/pulsar:4.0.8", want: "pulsar" },
    { image: "streamnative/pulsarctl:2.10.2.3", want: "pulsarctl" },
    { image: "registry/streamnative/pulsar-functions-pulsarctl-java-runner:1", want: "pulsarctl" },
    { image: "streamnative/pulsar-functions-generic-nodejs-runner:0.1.0", want: "pulsarctl" },
    { image: "registry/pulsarctl/enrich:1", want: "pulsar" },
    { image: "registry/tools/dl:7", isFromManifest: true, want: "pulsarctl" },
  ]) {
    it(`takes ${image} for one with ${want}`, () => assert.equal(toolsOf(image, isFromManifest), want));
  }

  it("has each tool write where the user of the pod may", () => {
    assert.deepEqual(downloadVariables("pulsar"), [{ name: "PULSAR_LOG_DIR", value: "/tmp" }]);
    assert.deepEqual(downloadVariables("pulsarctl"), [{ name: "HOME", value: "/tmp" }]);
  });
});
