import assert from "node:assert/strict";
import { runProgram } from "../../../provider/cli/program";
import { readsFiles, run } from "./memory-terminal";
import { connectionless, manifest, mesh } from "./sample-files";

const parse = (text: string) => JSON.parse(text);
const kinds = (objects: readonly { readonly kind: string }[]): readonly string[] => objects.map(({ kind }) => kind);

describe("program", () => {
  describe("usage", () => {
    const cases = [
      { name: "--version", args: ["--version"], code: 0, out: /^1\.2\.3\n$/, err: /^$/ },
      { name: "--help", args: ["--help"], code: 0, out: /Exit codes: 0 .*; 1 .*; 2 .*\n[\s\S]*Example:/, err: /^$/ },
      ...["render", "validate", "graph", "diff", "explain"].map((command) => ({
        name: `${command} --help`,
        args: [command, "--help"],
        code: 0,
        out: /Examples?:\n {2}function-mesh /,
        err: /^$/,
      })),
      { name: "help", args: ["help"], code: 0, out: /^Usage: function-mesh \[options\] \[command\]/, err: /^$/ },
      { name: "help of a command", args: ["help", "diff"], code: 0, out: /^Usage: function-mesh diff /, err: /^$/ },
      { name: "no command", args: [], code: 2, out: /^$/, err: /Usage: function-mesh/ },
      { name: "an unknown command", args: ["rendr", "x"], code: 2, out: /^$/, err: /Did you mean render/ },
      { name: "an unknown option", args: ["render", "--jsn", "x"], code: 2, out: /^$/, err: /unknown option/ },
      { name: "no file", args: ["validate"], code: 2, out: /^$/, err: /missing required argument/ },
      { name: "an unknown format", args: ["graph", "--format", "png", "m"], code: 2, out: /^$/, err: /mermaid, dot/ },
      {
        name: "two kinds of output",
        args: ["render", "--yaml", "--batch", "m"],
        code: 2,
        out: /^$/,
        err: /cannot be used/,
      },
      {
        name: "a file that is not there",
        args: ["validate", "nowhere"],
        code: 2,
        out: /^FM083 nowhere: cannot be read: there is no such file\. /,
        err: /^1 file: 1 error,/,
      },
      { name: "an unknown field", args: ["explain", "livenes"], code: 2, out: /^$/, err: /did you mean pod\.liveness/ },
      {
        name: "a part of a field's name",
        args: ["explain", "queue"],
        code: 2,
        out: /^$/,
        err: /did you mean input\.sourceSpecs\.receiverQueueSize\?/,
      },
      {
        name: "an operator's word, mistyped",
        args: ["explain", "funcConfg"],
        code: 2,
        out: /^$/,
        err: /did you mean funcConfig/,
      },
    ];
    for (const { name, args, code, out, err } of cases) {
      it(name, () => {
        const ran = run(args, { m: mesh() });
        assert.equal(ran.code, code);
        assert.match(ran.out, out);
        assert.match(ran.err, err);
      });
    }
  });

  it("prints no line that a terminal would break", () => {
    const helps = ["", "render", "validate", "graph", "diff", "explain"].map((command) => ["help", command]);
    for (const args of [
      ...helps.map((help) => help.filter((word) => word !== "")),
      ["explain"],
      ["explain", "topics"],
    ]) {
      const { out } = run(args);
      assert.deepEqual(
        out.split("\n").filter((line) => line.length > 80),
        [],
        args.join(" "),
      );
    }
  });

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

  describe("validate", () => {
    it("needs no connections", () => {
      const { code, err } = run(["validate", "m"], { m: connectionless() });
      assert.equal(code, 0);
      assert.match(err, /^1 file: 0 errors, \d warnings?\n$/);
    });

    it("says every problem in a line, errors first", () => {
      const { code, out } = run(["validate", "m", "k"], { m: mesh(), k: manifest("k", "  replicas: -1\n") });
      assert.equal(code, 1);
      const [first, ...more] = out.trimEnd().split("\n");
      assert.match(first ?? "", /^k:12: function\/k: FM\d+ spec\.replicas: .*\. .*\.$/);
      for (const line of more) assert.match(line, /^m:\d+: warning: FM\d+ .*\.$/);
    });

    it("says of a BackendConfig that nothing uses where that is", () => {
      const backend = manifest("x").replace("kind: Function", "kind: BackendConfig");
      const files = { f: manifest("a"), b: backend.replace("name: x", "name: backend-config, namespace: streaming") };
      const warned = /^b:3: warning: FM091 metadata\.namespace: "streaming" .*The components are in default: /m;
      assert.match(run(["validate", "f", "b"], files).out, warned);
      assert.doesNotMatch(run(["validate", "--namespace", "streaming", "f", "b"], files).out, /metadata\.namespace/);
    });

    it("refuses a name that no Kubernetes namespace has", () => {
      const { code, out } = run(["validate", "--namespace", "Not_One", "f"], { f: manifest("a") });
      assert.equal(code, 1);
      assert.match(out, /FM070 metadata\.namespace: "Not_One"/);
    });

    it("says which line of a file is meant", () => {
      const { out } = run(["validate", "k"], { k: `${manifest("a")}---\n${manifest("b", "  replicas: -1\n")}` });
      assert.match(out, /^k:24: function\/b: FM/);
    });

    it("says where YAML is wrong", () => {
      const { code, out } = run(["validate", "m.yaml"], { "m.yaml": "a: 1\nb: [\n" });
      assert.equal(code, 1);
      assert.match(out, /^FM083 m\.yaml:3:1: .*\n$/);
    });

    it("takes a file once that is named twice", () => {
      const { code, err } = run(["validate", "k", "./k"], { k: manifest("k") });
      assert.equal(code, 0);
      assert.match(err, /^1 file: 0 errors/);
    });

    it("ends with 2 for a file that cannot be read, and says what is wrong with the others", () => {
      const { code, out } = run(["validate", "--json", "nowhere", "m"], { m: mesh("    nonsense: 1\n") });
      assert.equal(code, 2);
      assert.deepEqual(
        parse(out).errors.map(({ code: rule, path }: Record<string, unknown>) => [rule, path]),
        [
          ["FM083", "nowhere"],
          ["FM080", "functions.score.nonsense"],
        ],
      );
    });

    it("prints JSON", () => {
      const { code, out } = run(["validate", "--json", "m"], { m: mesh("    nonsense: 1\n") });
      assert.equal(code, 1);
      const { errors, warnings } = parse(out);
      assert.deepEqual([errors.length, warnings.length], [1, 0]);
      assert.deepEqual(Object.keys(errors[0]), ["path", "code", "message", "help", "file", "line"]);
    });
  });

  describe("graph", () => {
    it("draws manifests and meshes", () => {
      const { code, out } = run(["graph", "m", "k"], { m: mesh(), k: manifest("k") });
      assert.equal(code, 0);
      assert.match(out, /^flowchart LR\n/);
      assert.match(out, /"k<br\/>function"/);
      assert.match(out, /"score<br\/>function"/);
    });

    it("takes a Kubernetes namespace for manifests", () => {
      const { code, out } = run(["graph", "--namespace", "streaming", "a"], { a: manifest("a") });
      assert.deepEqual([code, out], [0, run(["graph", "a"], { a: manifest("a") }).out]);
    });

    it("draws for Graphviz", () => {
      assert.match(run(["graph", "--format", "dot", "m"], { m: connectionless() }).out, /^digraph mesh \{\n/);
    });

    it("draws what is wrong as well, and says so", () => {
      const wrong = mesh("    retainOrdering: true\n    retainKeyOrdering: true\n");
      const { code, out, err } = run(["graph", "m"], { m: wrong });
      assert.equal(code, 1);
      assert.match(out, /^flowchart/);
      assert.match(err, /FM032/);
    });
  });

  describe("explain", () => {
    it("prints what a field is, once for all kinds of members", () => {
      assert.equal(
        run(["explain", "input.topicPattern"]).out,
        `functions.<name>.input.topicPattern
sinks.<name>.input.topicPattern

  Regular expression over the topics of one namespace, written as a topic name.
  Topics that come to be later are read as well.

  type     text
  default  none
  example  "persistent://retail/orders/clicks-.*"
  change   drain: instances restart and read from another place; what waits in
           the old one is not processed
`,
      );
    });

    it("lists the fields of an object", () => {
      assert.match(run(["explain", "pod.liveness"]).out, /\n {2}fields\n {4}initialDelaySeconds {2}\w/);
    });

    it("prints all fields that a word may mean", () => {
      const { code, out } = run(["explain", "typeClassName"]);
      assert.equal(code, 0);
      const headings = out.split("\n").filter((line) => line.startsWith("functions.") || line.startsWith("s"));
      assert.deepEqual(headings, [
        "functions.<name>.output.typeClassName",
        "sources.<name>.output.typeClassName",
        "functions.<name>.input.typeClassName",
        "sinks.<name>.input.typeClassName",
        "functions.<name>.source.typeClassName",
        "functions.<name>.sink.typeClassName",
      ]);
    });

    it("says where a word stands besides", () => {
      const { out } = run(["explain", "cluster"]);
      assert.match(out, /^functions\.<name>\.cluster\n/);
      assert.match(out, /\nThe same word elsewhere: [\s\S]*defaults\.cluster/);
    });

    it("finds fields by the operator's words", () => {
      assert.match(
        run(["explain", "spec.maxReplicas"]).out,
        /^spec\.maxReplicas is the operator's word for autoscaling\.maxReplicas\.\n/,
      );
    });

    it("tells the operator's words apart by kind, and why some have no effect", () => {
      assert.match(
        run(["explain", "spec.sourceConfig"]).out,
        /word for source of a function or config of a source\.\n/,
      );
      assert.match(run(["explain", "imageHasGet"]).out, /no effect here: packages/);
      assert.match(
        run(["explain", "spec.pulsar.tlsConfig.hostnameVerification"]).out,
        /instanceTls\.verifyHostname\.\n/,
      );
    });

    it("takes a mesh's own word before the operator's", () => {
      assert.match(run(["explain", "pulsar"]).out, /^pulsar\n/);
      assert.match(run(["explain", "spec.pulsar"]).out, /word for pulsarCluster\.\n/);
    });

    it("lists the top fields", () => {
      const { code, out } = run(["explain"]);
      assert.equal(code, 0);
      assert.match(out, /\n {4}functions +Functions, by a key of yours, which becomes the function's name\.\n/);
    });
  });
});
