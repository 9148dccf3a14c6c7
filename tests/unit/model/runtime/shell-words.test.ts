import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { shellWords } from "../../../../provider/model/runtime/shell-words";
import { expanded } from "../../expanded-argument";

const wordsOf = (line: string): readonly string[] => shellWords(line).map(({ argument }) => argument);

describe("shellWords", () => {
  for (const [line, want] of [
    ["", []],
    ["  -Xmx256m \n -Dfoo=bar ", ["-Xmx256m", "-Dfoo=bar"]],
    [`-Da='b c' "-Dd=e  f" -Dg=h\\ i ''`, ["-Da=b c", "-Dd=e  f", "-Dg=h i", ""]],
    [`-Dp=$POD_NAME -Dq="\${A}x" -Dr='$A' -Ds=\\$A`, ["-Dp=$(POD_NAME)", "-Dq=$(A)x", "-Dr=$$A", "-Ds=$$A"]],
    ["-Da=$(id -u) -Db=${A:-x} -Dc=`id`", ["-Da=$$(id -u)", "-Db=$${A:-x}", "-Dc=`id`"]],
    [`-Da="b`, [`-Da="b`]],
  ] as const)
    it(JSON.stringify(line), () => assert.deepEqual(wordsOf(line), want));

  it("tells what is left to a shell", () => {
    const [word] = shellWords('-D$A="${B} $(id) ${C%%-*}"');
    assert.deepEqual(word?.variables, ["A", "B"]);
    assert.deepEqual(word?.programs, ["$(id)", "${C%%-*}"]);
  });

  it("reads what a shell reads", () => {
    const piece = fc.constantFrom(
      ...["a", "-Dx=", " ", "=", "ü", "'b c'", '"d e"', '"$V"', "${V}", "$V ", "\\ ", "\\$", '"\\"\\$"', "\\'", "'$V'"],
      ...['"\\V"', "$ ", '"\'"', "''"],
    );
    const lines = fc.array(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      { minLength: 50, maxLength: 50 },
    );
    // Many lines for each shell: to start one takes long.
    fc.assert(
      fc.property(lines, (some) => {
        const script = some.map((line) => `printf '%s\\0' start ${line}`).join("\n");
        const env = { V: "v", PATH: process.env["PATH"] };
        const { stdout } = spawnSync("bash", ["-c", script], { env, encoding: "utf8" });
        const found = some.flatMap((line) => ["start", ...wordsOf(line).map((word) => expanded(word, { V: "v" }))]);
        assert.deepEqual(found, stdout.split("\0").slice(0, -1));
      }),
      { numRuns: 4 },
    );
  });
});
