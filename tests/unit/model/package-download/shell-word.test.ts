import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { literalArgument } from "../../../../provider/model/literal-argument";
import { shellWord } from "../../../../provider/model/package-download/shell-word";

const awkward = fc.string({
  unit: fc.constantFrom('"', "'", "`", "$", "(", ")", "$(HOME)", "\\", "\n", " ", "*", "#", "-", "ü", "日"),
});

/** What the shell makes of the words, after Kubernetes has made of the script what it does. */
function printed(words: readonly string[], env: Readonly<Record<string, string>> = {}): readonly string[] {
  const script = `printf '%s\\0' ${words.map(shellWord).join(" ")}`;
  assert.doesNotMatch(script, /\$\$|\$\(/, "Kubernetes would change it");
  const { stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8", env });
  return stdout.split("\0").slice(0, -1);
}

describe("shell-word", () => {
  it("hands any text on as it is", () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1, maxLength: 5 }), (texts) => {
        assert.deepEqual(printed(texts.map(literalArgument)), texts);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves variables to the shell, which does not read their values as script", () => {
    const TRAP = `'; echo $HOME "x" $(id)`;
    assert.deepEqual(printed(["$(TRAP)", "--url=$(TRAP)/x"], { TRAP }), [TRAP, `--url=${TRAP}/x`]);
  });
});
