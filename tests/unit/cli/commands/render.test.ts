import assert from "node:assert/strict";
import { runProgram } from "../../../../provider/cli/program";
import { readsFiles, run } from "../memory-terminal";
import { connectionless, manifest, mesh } from "../sample-files";

const parse = (text: string) => JSON.parse(text);
const kinds = (objects: readonly { readonly kind: string }[]): readonly string[] => objects.map(({ kind }) => kind);

describe("render", () => {
  it("prints the objects of all files together", () => {
    const { code, out } = run(["render", "a.yaml", "b.yaml"], { "a.yaml": manifest("a"), "b.yaml": mesh() });
    assert.equal(code, 0);
    const { objects, pulsar } = parse(out);
    assert.deepEqual(kinds(objects).filter((kind) => kind === "StatefulSet").length, 2);
    assert.deepEqual(kinds(pulsar), ["Topic", "Topic", "Subscription"]);
  });

  it("says of a subscription that it is to be kept", () => {
    const kept = mesh("    cleanupSubscription: false\n");
    const { pulsar } = parse(run(["render", "m"], { m: kept }).out);
    assert.deepEqual(
      pulsar.flatMap(({ kind, onDelete }: Record<string, unknown>) => (kind === "Subscription" ? [onDelete] : [])),
      ["retain"],
    );
  });

  it("says of a topic what it is in Pulsar, and not what the mesh is told of it", () => {
    const { pulsar } = parse(
      run(["render", "m"], { m: mesh("topics: { in: { external: true }, out: { partitions: 2, terminal: true } }\n") })
        .out,
    );
    assert.deepEqual(
      pulsar.filter(({ kind }: Record<string, unknown>) => kind === "Topic"),
      [
        {
          kind: "Topic",
          partitions: 2,
          pulsarCluster: "east",
          name: "persistent://public/default/out",
          schema: { type: "STRING" },
        },
      ],
    );
  });

  it("names clean-ups that manifests ask for, and no others", () => {
    const files = { a: manifest("a"), b: manifest("b", "  cleanupSubscription: true\n") };
    assert.deepEqual(parse(run(["render", "a", "b"], files).out).pulsar, [
      {
        kind: "SubscriptionCleanup",
        component: "function/b",
        kubernetesNamespace: "default",
        topics: ["persistent://public/default/in"],
        subscription: "public/default/b",
      },
    ]);
  });

  it("prints errors instead, and no warnings among them", () => {
    const { code, out, err } = run(["render", "b.yaml"], { "b.yaml": mesh("    nonsense: 1\n") });
    assert.equal(code, 1);
    assert.deepEqual(
      parse(out).errors.map(({ path, code: rule, file }: Record<string, unknown>) => ({ path, rule, file })),
      [{ path: "functions.score.nonsense", rule: "FM080", file: "b.yaml" }],
    );
    assert.equal(err, "");
  });

  it("says warnings to people only", () => {
    const { code, out, err } = run(["render", "b.yaml"], { "b.yaml": mesh() });
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(parse(out)), ["objects", "pulsar"]);
    assert.match(err, /^b\.yaml:9: warning: FM01/);
  });

  it("prints YAML in which Pulsar's part is a comment", () => {
    const { code, out } = run(["render", "--yaml", "-"], { "-": mesh() });
    assert.equal(code, 0);
    assert.match(out, /^# In Pulsar.*\n# - kind: Topic\n/);
    assert.match(out, /\nkind: StatefulSet\n/);
    assert.match(out, /\n---\napiVersion: /);
  });

  it("prints no YAML at all with an error, so that kubectl applies nothing", () => {
    const { code, out, err } = run(["render", "--yaml", "x"], { x: mesh("    nonsense: 1\n") });
    assert.deepEqual({ code, out }, { code: 1, out: "" });
    assert.match(err, /^x:11: FM080 functions\.score\.nonsense: /);
  });

  it("prints a line per file with --batch, whatever is wrong with one", () => {
    const { code, out } = run(["render", "--batch", "a", "b", "c", "nowhere"], {
      a: manifest("a"),
      b: mesh("    nonsense: 1\n"),
      c: "a: [",
    });
    assert.equal(code, 0);
    const lines = out.trimEnd().split("\n").map(parse);
    assert.deepEqual(
      lines.map(({ file, errors }) => [file, errors?.[0].code]),
      [
        ["a", undefined],
        ["b", "FM080"],
        ["c", "FM083"],
        ["nowhere", "FM083"],
      ],
    );
  });

  it("has errors of one form, with and without --batch", () => {
    const files = { b: mesh("    nonsense: 1\n"), c: "a: [" };
    for (const file of ["b", "c", "nowhere"]) {
      const { code, out, err } = run(["render", file], files);
      assert.deepEqual([code, err], [file === "nowhere" ? 2 : 1, ""]);
      const { errors } = parse(out);
      assert.deepEqual(Object.keys(errors[0]).slice(0, 5), ["path", "code", "message", "help", "file"]);
      assert.deepEqual(parse(run(["render", "--batch", file], files).out).errors, errors);
      assert.deepEqual(parse(run(["validate", "--json", file], files).out).errors, errors);
    }
  });

  it("goes on with --batch after a file that it fails over, which provokes FM084", () => {
    let out = "";
    const { read, schema } = readsFiles({ a: manifest("a"), c: manifest("c") });
    const failing = (file: string): string => {
      if (file === "b") throw new TypeError("boom");
      return read(file);
    };
    const terminal = { out: (text: string) => (out += text), err: () => undefined, read: failing, schema };
    assert.equal(runProgram(["render", "--batch", "a", "b", "c"], { terminal, version: "1.2.3" }), 0);
    const lines = out.trimEnd().split("\n").map(parse);
    assert.deepEqual(
      lines.map(({ file, errors }) => [file, errors?.[0].code, errors?.[0].path]),
      [
        ["a", undefined, undefined],
        ["b", "FM084", "b"],
        ["c", undefined, undefined],
      ],
    );
  });

  it("puts manifests that name no Kubernetes namespace where they are to go", () => {
    const files = { a: manifest("a"), b: `${manifest("b").replace("name: b", "name: b, namespace: shop")}` };
    const namespaces = (...options: readonly string[]): readonly string[] => {
      const { objects } = parse(run(["render", ...options, "a", "b"], files).out);
      const all = objects.map(({ metadata }: { metadata: { namespace: string } }) => metadata.namespace);
      return [...new Set<string>(all)];
    };
    assert.deepEqual(namespaces(), ["default", "shop"]);
    assert.deepEqual(namespaces("--namespace", "streaming"), ["shop", "streaming"]);
    const lines = run(["render", "--batch", "--namespace", "streaming", "a"], files).out;
    assert.deepEqual(parse(lines).objects[0].metadata.namespace, "streaming");
  });

  it("puts secrets into Secrets and nowhere else", () => {
    const { out } = run(["render", "s"], { s: mesh("    secrets: { password: hunter2 }\n") });
    const holders = parse(out).objects.filter((object: object) => JSON.stringify(object).includes("hunter2"));
    assert.deepEqual(
      holders.map(({ kind, stringData }: Record<string, unknown>) => ({ kind, stringData })),
      [{ kind: "Secret", stringData: { password: "hunter2" } }],
    );
    assert.doesNotMatch(out, /\\u0001/);
  });

  it("takes one Kubernetes cluster of several", () => {
    const two = `pulsar: { p: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" } }
kubernetes: { east: { namespace: of-east }, west: { namespace: of-west } }
sinks:
  store:
    connector: /pulsar/store.nar
    className: com.acme.Store
    input: { topics: [in] }
    placement: [{ cluster: east }, { cluster: west }]
`;
    const { out } = run(["render", "--cluster", "west", "two"], { two });
    const namespaces = parse(out).objects.map(
      ({ metadata }: { metadata: { namespace: string } }) => metadata.namespace,
    );
    assert.deepEqual([...new Set(namespaces)], ["of-west"]);
  });

  it("refuses a Kubernetes cluster that nothing speaks of, and says which there are", () => {
    const { code, out } = run(["render", "--cluster", "eats", "m", "k"], { m: mesh(), k: manifest("k") });
    assert.equal(code, 1);
    assert.deepEqual(parse(out), {
      errors: [
        {
          path: "--cluster",
          code: "FM002",
          message: '"eats" is no entry of `kubernetes`',
          help: "did you mean east? There are default, east",
          file: "k",
        },
      ],
    });
    const yaml = run(["render", "--yaml", "--cluster", "nowhere", "m"], { m: mesh() });
    assert.deepEqual({ code: yaml.code, out: yaml.out }, { code: 1, out: "" });
    assert.match(yaml.err, /^m: FM002 --cluster: .*Write one of east\.$/m);
  });

  it("renders the Kubernetes namespace that the mesh makes, of the cluster that is asked for", () => {
    const two = mesh().replace(
      "east: { namespace: streaming }",
      "east: { namespace: here, createNamespace: true }\n  west: { namespace: there, createNamespace: true }",
    );
    const text = two.replace("functions:", "defaults: { cluster: east }\nfunctions:");
    const made = (args: readonly string[]) =>
      parse(run(["render", ...args, "m"], { m: text }).out).objects.map(
        ({ kind, metadata }: { kind: string; metadata: { name: string } }) => `${kind} ${metadata.name}`,
      );
    assert.deepEqual(made([]).slice(0, 2), ["Namespace here", "Namespace there"]);
    assert.deepEqual(made(["--cluster", "west"]), ["Namespace there"]);
  });

  it("asks for the URL that pods need, and only for that", () => {
    const { code, out } = run(["render", "m"], { m: connectionless() });
    assert.equal(code, 1);
    assert.deepEqual(
      parse(out).errors.map(({ path }: { path: string }) => path),
      ["pulsar.default.serviceUrl"],
    );
  });
});
