import assert from "node:assert/strict";
import { isAlive, ownerOfName, ownerSuffix, self } from "../../tools/obtain/owner";
import { duration } from "../../tools/obtain/progress";
import { checksumIn } from "../../tools/obtain/pulumi-release";
import { CommandFailed, explaining, Unobtainable } from "../../tools/obtain/unobtainable";
import { digestOf } from "../../tools/obtain/digest";

describe("what the tools say and compare", () => {
  it("tells durations as a person does", () => {
    const rows: readonly [number, string][] = [
      [400, "0 s"],
      [59_400, "59 s"],
      [60_000, "1 min 0 s"],
      [425_000, "7 min 5 s"],
    ];
    for (const [milliseconds, text] of rows) assert.equal(duration(milliseconds), text);
  });

  it("finds the checksum of exactly the file asked for", () => {
    const [one, two] = ["a".repeat(64), "b".repeat(64)];
    const list = `${one}  pulumi-v1-linux-x64.tar.gz.sig\n${two}  pulumi-v1-linux-x64.tar.gz\nnot a line\n`;
    assert.equal(checksumIn(list, "pulumi-v1-linux-x64.tar.gz"), two);
    assert.equal(checksumIn(list, "v1-linux-x64.tar.gz"), undefined);
    assert.equal(checksumIn("<html>", "pulumi"), undefined);
  });

  it("tells this process from a later one with its id", () => {
    assert.deepEqual(ownerOfName(`pulsar-4.0.8-abc.making.${ownerSuffix(self)}`), self);
    assert.equal(ownerOfName("pulsar-4.0.8-abc"), undefined);
    assert(isAlive(self));
    assert(!isAlive({ pid: self.pid, start: "1" }));
  });

  it("says in one sentence what is missing, why, and what works without it, then quotes", async () => {
    const fail = (): Promise<void> => Promise.reject(new CommandFailed("go failed", "    no space left"));
    await assert.rejects(explaining("fmkube", "the unit tests run", fail), {
      name: "Unobtainable",
      message: "fmkube is missing: go failed; the unit tests run\n    no space left",
    });
    const inner = new Unobtainable("Go", "it is not on the PATH", "nothing");
    await assert.rejects(
      explaining("fmkube", "the unit tests run", () => Promise.reject(inner)),
      inner,
    );
  });

  it("digests texts by their borders, too", () => {
    assert.notEqual(digestOf("ab", "c"), digestOf("a", "bc"));
  });
});
