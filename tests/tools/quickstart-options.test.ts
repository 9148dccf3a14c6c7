import assert from "node:assert/strict";
import { type Wish, wishOf } from "../../tools/quickstart/options";

interface Told {
  readonly wish: Wish;
  readonly out: string;
  readonly err: string;
}

function ask(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Told {
  let [out, err] = ["", ""];
  const wish = wishOf(args, { environment, out: (text) => (out += text), err: (text) => (err += text) });
  return { wish, out, err };
}

const cluster = ["--kubeconfig", "/home/k", "--pulsar-admin-url", "http://a:8080", "--pulsar-service-url"];
const clusters = [...cluster, "pulsar://b:6650"];
const without = (option: string): readonly string[] => {
  const at = clusters.indexOf(option);
  return [...clusters.slice(0, at), ...clusters.slice(at + 2)];
};

describe("options of the quickstart", () => {
  it("are none for servers on this machine", () => {
    assert.deepEqual(ask([]).wish, { kind: "this-machine", once: false });
    assert.deepEqual(ask(["--once"]).wish, { kind: "this-machine", once: true });
  });

  it("are three for clusters of one's own; the others have defaults", () => {
    assert.deepEqual(ask(clusters).wish, {
      kind: "own-clusters",
      once: false,
      clusters: {
        kubeconfig: "/home/k",
        kubernetesNamespace: "quickstart",
        adminUrl: "http://a:8080",
        serviceUrl: "pulsar://b:6650",
        tenant: "quickstart",
        images: { java: "apachepulsar/pulsar:4.0.8", python: "apachepulsar/pulsar:4.0.8" },
      },
    });
  });

  it("say everything else about the clusters", () => {
    const others = ["--context", "c", "--namespace", "n", "--pulsar-cluster", "p", "--tenant", "t", "--once"];
    const { wish } = ask([...clusters, ...others, "--image-java", "j:1", "--image-python", "y:1"]);
    assert.deepEqual(wish, {
      kind: "own-clusters",
      once: true,
      clusters: {
        kubeconfig: "/home/k",
        context: "c",
        kubernetesNamespace: "n",
        adminUrl: "http://a:8080",
        serviceUrl: "pulsar://b:6650",
        clusterName: "p",
        tenant: "t",
        images: { java: "j:1", python: "y:1" },
      },
    });
  });

  it("name a file from the folder where npm was called", () => {
    const { wish } = ask(["--kubeconfig", "k", ...clusters.slice(2)], { INIT_CWD: "/somewhere" });
    assert.equal(wish.kind === "own-clusters" ? wish.clusters.kubeconfig : wish.kind, "/somewhere/k");
  });

  it("are told by --help, all of them", () => {
    const { wish, out, err } = ask(["--help"]);
    assert.deepEqual({ wish, err }, { wish: { kind: "told", exitCode: 0 }, err: "" });
    const names = [...clusters, "--once", "--context", "--namespace", "--tenant", "--image-java", "--image-python"];
    for (const name of names.filter((word) => word.startsWith("--")))
      assert.match(out, new RegExp(`^ {2}${name} `, "m"));
  });

  const mistakes: readonly {
    name: string;
    args: readonly string[];
    says: RegExp;
    environment?: Record<string, string>;
  }[] = [
    { name: "an unknown option", args: ["--kubeconfg", "k"], says: /unknown option '--kubeconfg'.*--kubeconfig\?/ },
    { name: "an unknown option of one word", args: ["--onc"], says: /unknown option '--onc'.*--once\?/ },
    { name: "a word that is no option", args: ["once"], says: /^quickstart: "once" is no option/ },
    { name: "no --kubeconfig", args: without("--kubeconfig"), says: /^quickstart: --kubeconfig is missing;/ },
    { name: "no admin URL", args: without("--pulsar-admin-url"), says: /^quickstart: --pulsar-admin-url is missing;/ },
    { name: "no service URL", args: without("--pulsar-service-url"), says: /: --pulsar-service-url is missing;/ },
    {
      name: "an option that is about clusters alone",
      args: ["--namespace", "n"],
      says: /--kubeconfig and .* are missing/,
    },
    { name: "no value at the end", args: ["--kubeconfig"], says: /'--kubeconfig <FILE>' argument missing/ },
    {
      name: "no value in the middle",
      args: ["--kubeconfig", ...clusters.slice(2)],
      says: /--kubeconfig has no value; "--pulsar-admin-url" follows it/,
    },
    { name: "an empty value", args: [...clusters, "--context", ""], says: /--context is empty/ },
    {
      name: "an admin URL that is none",
      args: [...without("--pulsar-admin-url"), "--pulsar-admin-url", "pulsar://b:6650"],
      says: /--pulsar-admin-url "pulsar:\/\/b:6650" is not the URL of an admin REST API/,
    },
    {
      name: "a service URL that is none",
      args: [...cluster, "http://b:8080"],
      says: /--pulsar-service-url "http:\/\/b:8080" is not the URL of brokers/,
    },
    { name: "a service URL of this machine", args: [...cluster, "pulsar://localhost:6650"], says: /to a pod/ },
    { name: "a service URL of this host", args: [...cluster, "pulsar://127.0.0.1:6650"], says: /to a pod/ },
    {
      name: "a namespace that cannot be",
      args: [...clusters, "--namespace", "a_b"],
      says: /--namespace "a_b" is no name/,
    },
    { name: "a tenant that cannot be", args: [...clusters, "--tenant", "a/b"], says: /--tenant "a\/b" is no name/ },
    {
      name: "options before the two dashes",
      args: ["k", "http://a:8080"],
      environment: { npm_config_kubeconfig: "true", npm_config_pulsar_admin_url: "true" },
      says: /npm kept --kubeconfig and --pulsar-admin-url to itself; write -- before/,
    },
    {
      name: "mistyped options before the two dashes",
      args: [],
      environment: { npm_config_onc: "true", npm_config_kubeconfg: "k" },
      says: /npm kept --onc and --kubeconfg to itself; write -- before/,
    },
  ];
  for (const { name, args, says, environment } of mistakes) {
    it(`are refused: ${name}`, () => {
      const { wish, out, err } = ask(args, environment);
      assert.deepEqual({ wish, out }, { wish: { kind: "told", exitCode: 2 }, out: "" });
      assert.match(err, says);
      assert.match(err, /--help/);
    });
  }

  it("are none of the settings that npm hands to every script", () => {
    const settings = [
      "userconfig",
      "globalconfig",
      "cache",
      "local_prefix",
      "node_gyp",
      "noproxy",
      "nodedir",
      "python",
    ];
    const environment = Object.fromEntries(settings.map((name) => [`npm_config_${name}`, "/home/x"]));
    assert.deepEqual(ask([], environment).wish, { kind: "this-machine", once: false });
  });

  it("are refused in one sentence where one is wrong", () => {
    const hint = "npm run -s quickstart -- --help tells the options";
    assert.equal(ask(["--bogus"]).err, `quickstart: unknown option '--bogus'; ${hint}\n`);
    assert.equal(ask(["once"]).err, 'quickstart: "once" is no option; write --help to see those there are\n');
  });

  it("have all that is wrong told at once, and no password", () => {
    const { err } = ask(["--pulsar-admin-url", "pulsar://me:secret@a", "--namespace", "-", "--tenant", "/"]);
    assert.deepEqual(
      err.split("\n").map((line) => /^quickstart: (--[a-z-]+)/.exec(line)?.[1]),
      ["--namespace", "--pulsar-admin-url", "--tenant", "--kubeconfig", undefined, undefined],
    );
    assert.doesNotMatch(err, /secret/);
  });
});
