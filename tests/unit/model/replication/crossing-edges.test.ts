import assert from "node:assert/strict";
import fc from "fast-check";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const clusters = ["east", "south", "west"] as const;
const letters = ["a", "b", "c"] as const;

interface Place {
  readonly cluster: string;
  readonly standby: boolean;
}

interface Member {
  readonly key: string;
  readonly places: readonly Place[];
  readonly reads: readonly string[];
  readonly finds: readonly string[];
  readonly writes: string;
}

const place = fc.record({ cluster: fc.constantFrom(...clusters), standby: fc.boolean() });
const member = fc.record({
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 3, selector: ({ cluster }) => cluster }),
  reads: fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 2 }),
  finds: fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 2 }),
  writes: fc.constantFrom(...letters),
});
const meshes = fc
  .array(member, { minLength: 1, maxLength: 6 })
  .map((members): readonly Member[] => members.map((each, index) => ({ key: `m${index}`, ...each })));

const specOf = (members: readonly Member[]): MeshSpec =>
  sampleMesh({
    pulsar: Object.fromEntries(
      clusters.map((key, at) => [
        key,
        { adminUrl: `http://127.0.0.1:${at}1`, serviceUrl: `pulsar://127.0.0.1:${at}2` },
      ]),
    ),
    kubernetes: { east: {}, south: {}, west: {} },
    functions: Object.fromEntries(
      members.map(({ key, places, reads, finds, writes }) => [
        key,
        javaFunction({
          placement: places,
          input: { topics: reads, ...(finds.length === 0 ? {} : { topicPattern: `(${finds.join("|")})` }) },
          output: { topic: writes },
        }),
      ]),
    ),
  });

const isAt = ({ places }: Member, at: string, standby: boolean): boolean =>
  places.some((each) => each.cluster === at && each.standby === standby);
const readsLetter = ({ reads, finds }: Member, topic: string): boolean => [...reads, ...finds].includes(topic);

/** Whether what is written in one cluster has to come to a reader in another one, by whatever is tried. */
function crosses(members: readonly Member[], reader: Member, [topic, from, to]: readonly [string, string, string]) {
  const writers = members.filter(({ writes }) => writes === topic);
  if (from === to || !readsLetter(reader, topic) || !isAt(reader, to, false) || isAt(reader, from, false)) return false;
  const isWritten = writers.some((each) => isAt(each, from, false));
  const mayBeWritten = writers.some((each) => isAt(each, from, true)) && !isAt(reader, from, true);
  return isWritten || mayBeWritten;
}

/** Whether a reader runs where it gets nothing of a topic that it gets in another cluster. */
function isUnfed(members: readonly Member[], reader: Member, [topic, at]: readonly [string, string]): boolean {
  const writers = members.filter(({ writes }) => writes === topic);
  const isFed = (cluster: string): boolean => writers.some((each) => isAt(each, cluster, false));
  return (
    readsLetter(reader, topic) &&
    isAt(reader, at, false) &&
    !writers.some((each) => isAt(each, at, false) || isAt(each, at, true)) &&
    clusters.some((each) => isAt(reader, each, false) && isFed(each))
  );
}

const named = (topic: string): string => `persistent://public/default/${topic}`;

describe("edges between Pulsar clusters of random meshes", () => {
  it("are those of what a reader has no instance for where it is written", () => {
    fc.assert(
      fc.property(meshes, (members) => {
        const { crossings } = planMesh("mesh", specOf(members)).plan.replications;
        const want = members.flatMap((reader) =>
          letters.flatMap((topic) =>
            clusters.flatMap((from) =>
              clusters.flatMap((to) =>
                crosses(members, reader, [topic, from, to]) ? [`${reader.key} ${named(topic)} ${from} ${to}`] : [],
              ),
            ),
          ),
        );
        const got = crossings.map(({ reader, topic, from, to }) => `${reader.key} ${topic} ${from} ${to}`);
        assert.deepEqual([...got].sort(), want.sort());
      }),
    );
  });

  it("are beside warnings of instances that get nothing", () => {
    fc.assert(
      fc.property(meshes, (members) => {
        const problems = planMesh("mesh", specOf(members)).problems.filter(
          ({ code, severity }) => code === "FM020" && severity === "warning",
        );
        const want = members.flatMap((reader) =>
          letters.flatMap((topic) =>
            clusters.flatMap((at) =>
              isUnfed(members, reader, [topic, at]) ? [`${reader.key} ${named(topic)} ${at}`] : [],
            ),
          ),
        );
        const got = problems.map(({ path, message }) => {
          const [, topic = "", at = ""] = /^"([^"]+)" .* not in Pulsar cluster "(\w+)"/.exec(message) ?? [];
          return `${path.split(".")[1] ?? ""} ${topic} ${at}`;
        });
        assert.deepEqual([...got].sort(), want.sort());
      }),
    );
  });
});
