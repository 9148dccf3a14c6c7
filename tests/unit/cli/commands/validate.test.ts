import assert from "node:assert/strict";
import { run } from "../memory-terminal";
import { connectionless, manifest, mesh } from "../sample-files";

const parse = (text: string) => JSON.parse(text);

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

  it("says of a bare y where a text is wanted that it is to be in quotes", () => {
    const { out } = run(["validate", "m"], { m: mesh().replace("topics: [in]", "topics: [y]") });
    assert.match(
      out,
      /^m:\d+: FM080 functions\.score\.input\.topics\[0\]: is y without quotes, .*\. Write "y" in quotes\.$/m,
    );
  });

  it("takes secrets as programs in YAML write them, and keeps them as these would", () => {
    const sink = (config: string) =>
      `sinks: { k: { connector: /c.nar, className: a.K, input: { topics: [out] }, ${config} } }\ntopics: { in: {} }\n`;
    const safe = run(["validate", "m"], { m: connectionless(sink("secrets: { password: { fn::secret: hunter2 } }")) });
    assert.deepEqual([safe.code, safe.out], [0, ""]);
    const shown = run(["validate", "m"], { m: connectionless(sink("config: { password: { fn::secret: hunter2 } }")) });
    assert.match(shown.out, /^m:\d+: FM072 sinks\.k\.config/);
    assert.doesNotMatch(shown.out, /hunter2/);
  });

  it("says of a credential under a wrong name that, and not that there is none", () => {
    const wrong = mesh().replace("{ adminUrl:", "{ auth: { tokn: { fn::secret: t } }, adminUrl:");
    const { out } = run(["validate", "m"], { m: wrong });
    assert.deepEqual(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(": ")[1]),
      ["FM080 pulsar.east.auth.tokn"],
    );
  });

  it("says of what only Pulumi works out that it is to be written out", () => {
    const { out } = run(["validate", "m"], {
      m: mesh("    config: { a: [{ fn::toBase64: x }] }\n    autoAck: { fn::x: 1 }\n"),
    });
    assert.deepEqual(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(": ")[1]),
      ["FM080 functions.score.autoAck", "FM080 functions.score.config.a[0]"],
    );
  });

  it("prints JSON", () => {
    const { code, out } = run(["validate", "--json", "m"], { m: mesh("    nonsense: 1\n") });
    assert.equal(code, 1);
    const { errors, warnings } = parse(out);
    assert.deepEqual([errors.length, warnings.length], [1, 0]);
    assert.deepEqual(Object.keys(errors[0]), ["path", "code", "message", "help", "file", "line"]);
  });

  it("warns of a bare yes in arguments, which a program reads as a text, and not in manifests", () => {
    const files = { m: mesh("    autoAck: yes\n"), k: manifest("k", "  autoAck: yes\n") };
    const warned = run(["validate", "m", "k"], files)
      .out.split("\n")
      .filter((line) => line.includes("YAML 1.2"));
    assert.deepEqual(warned.length, 1);
    assert.match(
      warned[0] ?? "",
      /^m:11: warning: FM080 functions\.score\.autoAck: yes is true here, .*\. Write true\.$/,
    );
  });

  const wanted = [
    { text: "replicas: on", path: "replicas", help: "Write a whole number." },
    { text: "processingGuarantee: no", path: "processingGuarantee", help: "It can be atleast_once, " },
    { text: "pod: yes", path: "pod", help: "Write an object." },
  ];
  for (const { text, path, help } of wanted) {
    it(`says of a bare word what is wanted: ${text}`, () => {
      const { out } = run(["validate", "m"], { m: mesh(`    ${text}\n`) });
      const [line = ""] = out.split("\n").filter((each) => each.includes(`FM080 functions.score.${path}: is `));
      assert.match(line, / without quotes, which is the boolean /);
      assert.ok(line.includes(`kubectl reads it. ${help}`), out);
    });
  }

  it("calls a bare word as it is written where a text is wanted, and not a boolean that nobody wrote", () => {
    const { out } = run(["validate", "m"], { m: mesh("    logTopic: no\n    nonsense: yes\n") });
    assert.match(
      out,
      /^m:11: FM080 functions\.score\.logTopic: is no without quotes, which is the boolean false here, .*\. Write "no" in quotes\.$/m,
    );
    assert.match(out, /^m:12: FM080 functions\.score\.nonsense: there is no such argument\. /m);
  });
});
