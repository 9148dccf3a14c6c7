import assert from "node:assert/strict";
import { run } from "../memory-terminal";

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

  it("tells outputs from arguments", () => {
    for (const word of ["members", "topology", "diagram"]) {
      const { code, out } = run(["explain", word]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^${word} is an output of a mesh, not an argument\\.\\sThe m`));
    }
    assert.match(run(["explain", "topics"]).out, /^topics\n/);
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
    assert.match(run(["explain", "spec.sourceConfig"]).out, /word for source of a function or config of a source\.\n/);
    assert.match(run(["explain", "imageHasGet"]).out, /no effect here: packages/);
    assert.match(run(["explain", "spec.pulsar.tlsConfig.hostnameVerification"]).out, /instanceTls\.verifyHostname\.\n/);
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

  it("takes no mistyped field for a name, and says what was meant", () => {
    const { code, out, err } = run(["explain", "topics.partition"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.equal(
      err,
      "there is no field topics.partition; did you mean topics.partitions?\n" +
        "for an entry of that name write 'topics[\"partition\"]'\n",
    );
    assert.match(run(["explain", 'topics["partition"]']).out, /^topics\.<name>\n/);
  });

  it("says of a field of something else that it is none of these", () => {
    const { code, out, err } = run(["explain", "namespaces.deleteWaitSeconds"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.equal(
      err,
      "there is no field namespaces.deleteWaitSeconds; function-mesh explain namespaces\nlists those there are\nfor an entry of that name write 'namespaces[\"deleteWaitSeconds\"]'\n",
    );
  });
});
