import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { literalArgument } from "../../../../provider/model/literal-argument";
import type { Download } from "../../../../provider/model/package-download/download";
import {
  downloadCommand,
  downloadVariables,
  toolsOf,
} from "../../../../provider/model/package-download/download-command";
import type { PulsarAccess } from "../../../../provider/model/pulsar-access";
import { expanded } from "../../expanded-argument";

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

  it("has each tool write where the user of the pod may, and the one in Java start soon", () => {
    assert.deepEqual(downloadVariables("pulsar"), [
      { name: "PULSAR_EXTRA_OPTS", value: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" },
      { name: "PULSAR_LOG_DIR", value: "/tmp" },
    ]);
    assert.deepEqual(downloadVariables("pulsarctl"), [{ name: "HOME", value: "/tmp" }]);
  });

  describe("with awkward texts", () => {
    const awkward = fc
      .string({ unit: fc.constantFrom(..."\"'`$(){}\\*#-& \n;|<>~!?ü日", "$(HOME)", "$$", "${X}"), maxLength: 8 })
      .map((text) => `x${text}`);
    const texts = fc.record({
      location: awkward,
      file: awkward,
      url: awkward,
      issuer: awkward,
      audience: awkward,
      scope: awkward,
      key: awkward,
      params: awkward,
    });
    const wrong = { HOME: "wrong", X: "wrong" };
    const reached = (command: readonly string[]): readonly string[] => command.map((each) => expanded(each, wrong));

    it("hands them to its program as they are, without a shell", () => {
      fc.assert(
        fc.property(texts, ({ location, file, url, params }) => {
          const auth = { plugin: "P", params: { kind: "argument", text: literalArgument(params) } } as const;
          const parts = { auth, webServiceUrl: literalArgument(url) };
          const kept = { ...download(parts), location: `function://${location}`, file };
          for (const tools of ["pulsar", "pulsarctl"] as const) {
            const words = reached(downloadCommand(kept, tools));
            for (const want of [kept.location, file, url, params]) assert.ok(words.includes(want), want);
            const fromWeb = reached(downloadCommand({ ...kept, location: `https://${location}` }, tools));
            for (const want of [`https://${location}`, file]) assert.ok(fromWeb.includes(want), want);
          }
        }),
      );
    });

    it("hands them to its program as they are, through a shell", () => {
      const directory = mkdtempSync(join(tmpdir(), "download-command-"));
      const told = recordingPulsarctl(directory);
      try {
        fc.assert(
          fc.property(texts, ({ location, file, url, issuer, audience, scope, key, params }) => {
            const [issuerUrl, keyFile] = [literalArgument(issuer), literalArgument(key)];
            const pieces = { issuerUrl, keyFile, audience: literalArgument(audience), scope: literalArgument(scope) };
            const auth = { ...oauth2, params: { kind: "argument", text: literalArgument(params) } } as const;
            const parts = { auth: { ...auth, oauth2: pieces }, webServiceUrl: literalArgument(url) };
            const command = downloadCommand({ ...download(parts), location, file }, "pulsarctl");
            const [context, activate, fetched] = told(reached(command));
            for (const want of [url, issuer, audience, scope, key]) assert.ok(context?.includes(want), want);
            for (const want of [issuer, audience, scope, key]) assert.ok(activate?.includes(want), want);
            for (const want of [location, file, url, params]) assert.ok(fetched?.includes(want), want);
          }),
          { numRuns: 30 },
        );
      } finally {
        rmSync(directory, { recursive: true });
      }
    });

    it("hands on what only the pod knows as it is, through a shell", () => {
      const directory = mkdtempSync(join(tmpdir(), "download-command-"));
      const told = recordingPulsarctl(directory);
      const values = { clientAuthenticationPlugin: `a "b" $HOME`, clientAuthenticationParameters: "'; $(id) `id`\n*" };
      try {
        const command = downloadCommand(download({ auth: fromSecret }), "pulsarctl");
        const [login, fetched] = told(reached(command), values);
        assert.equal(login?.at(-1), values.clientAuthenticationParameters);
        assert.deepEqual(fetched?.slice(-4), [
          ...["--auth-plugin", values.clientAuthenticationPlugin],
          ...["--auth-params", values.clientAuthenticationParameters],
        ]);
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  });
});

/** A program of that name that writes down its arguments. Returns what runs a command and reads what each of its calls was told. */
function recordingPulsarctl(directory: string) {
  const record = "#!/bin/sh\nprintf '%s\\0' \"$@\"\nprintf '\\0'\n";
  writeFileSync(join(directory, "pulsarctl"), record, { mode: 0o755 });
  return ([program = "", ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): readonly (readonly string[])[] => {
    const path = `${directory}:${process.env["PATH"]}`;
    const { stdout, status } = spawnSync(program, args, { env: { ...env, PATH: path }, encoding: "utf8" });
    assert.equal(status, 0, stdout);
    const calls = stdout.split("\0\0").slice(0, -1);
    return calls.map((call) => call.split("\0"));
  };
}
