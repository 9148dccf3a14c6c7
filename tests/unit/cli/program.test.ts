import assert from "node:assert/strict";
import { run } from "./memory-terminal";
import { mesh } from "./sample-files";

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
      {
        name: "help of an unknown command",
        args: ["help", "nonsense"],
        code: 2,
        out: /^$/,
        err: /^error: unknown command 'nonsense'; those there are: render, validate, graph, diff, explain, help\n$/,
      },
      { name: "help of help", args: ["help", "--help"], code: 0, out: /^Usage: function-mesh help /, err: /^$/ },
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
      {
        name: "no field, as from an empty variable",
        args: ["explain", ""],
        code: 0,
        out: /^The arguments of/,
        err: /^$/,
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
});
