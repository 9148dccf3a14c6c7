import assert from "node:assert/strict";
import type { Fold } from "../../../../provider/model/diagram/fold";
import { memberHomes, topicHomes } from "../../../../provider/model/diagram/homes";
import type { Topology } from "../../../../provider/model/topology";
import { member, reads, topic, topicName, writes } from "./sample-topology";

const homes = (topology: Topology, folds: ReadonlyMap<string, Fold> = new Map()) => {
  const members = memberHomes(topology);
  return Object.fromEntries(
    [...members, ...topicHomes(topology, members, folds)].map(([name, { pulsar = "", kubernetes = "" }]) => [
      name.replace(topicName(""), "~"),
      `${pulsar}/${kubernetes}`,
    ]),
  );
};

const inEast = { clusters: ["east"] };
const inWest = { clusters: ["west"] };
const inP = { pulsarClusters: ["p"] };
const inQ = { pulsarClusters: ["q"] };
const inBoth = { pulsarClusters: ["p", "q"] };

describe("homes", () => {
  it("are none where there is one cluster of each kind", () => {
    const graph = { members: [member("a")], topics: [topic("x")], edges: [writes("a", "x")] };
    assert.deepEqual(homes(graph), { a: "/", "~x": "/" });
  });

  it("of members are their Kubernetes clusters, those of topics their writers', or else their readers'", () => {
    const graph = {
      members: [member("a", inEast), member("b", inWest), member("c", { clusters: ["east", "west"] })],
      topics: ["ab", "ba", "c", "into", "out", "none"].map((local) => topic(local)),
      edges: [
        ...[writes("a", "ab"), writes("b", "ab"), writes("b", "ba"), reads("a", "ba"), writes("c", "c")],
        ...[reads("b", "into"), reads("a", "out"), reads("b", "out")],
      ],
    };
    assert.deepEqual(homes(graph), {
      ...{ a: "/east", b: "/west", c: "/east, west" },
      ...{ "~ab": "/", "~ba": "/west", "~c": "/east, west", "~into": "/west", "~out": "/", "~none": "/" },
    });
  });

  it("are those where members run, not where they are ready to", () => {
    const members = [
      member("a", { clusters: ["east", "west"], standby: ["west"] }),
      member("b", { clusters: ["west"], standby: ["west"] }),
    ];
    assert.deepEqual(homes({ members, topics: [], edges: [] }), { a: "/east", b: "/west" });
    const nowhere = { members: [...members, member("c", { clusters: [] })], topics: [], edges: [] };
    assert.deepEqual(memberHomes(nowhere).get("c"), { pulsar: undefined, kubernetes: undefined });
  });

  it("have a Kubernetes cluster in the Pulsar cluster that its members run against, wherever their topics are", () => {
    const graph = {
      members: [
        member("a", { ...inEast, ...inP }),
        member("b", { ...inEast, ...inP }),
        member("c", { ...inWest, ...inQ }),
      ],
      topics: [topic("x", inP), topic("y", inBoth), topic("z", inQ), topic("crossing", inBoth)],
      edges: [
        ...[writes("a", "x"), writes("b", "y"), reads("c", "y"), writes("c", "z")],
        ...[writes("a", "crossing"), writes("c", "crossing")],
      ],
    };
    assert.deepEqual(homes(graph), {
      ...{ a: "p/east", b: "p/east", c: "q/west" },
      ...{ "~x": "p/east", "~y": "p/east", "~z": "q/west", "~crossing": "/" },
    });
  });

  it("are all Pulsar clusters of a member that runs in several places, but not those where it stands by", () => {
    const of = (standby: readonly string[]) => {
      const places = { clusters: ["east", "west"], standby, pulsarClusters: ["q", "p"] };
      return memberHomes({ members: [member("a", places)], topics: [], edges: [] }).get("a");
    };
    assert.deepEqual(of([]), { pulsar: "p, q", kubernetes: undefined });
    assert.deepEqual(of(["west"]), { pulsar: "q", kubernetes: undefined });
  });

  it("have no topic in the box of a Pulsar cluster where it is not", () => {
    const graph = {
      members: [member("a", { ...inEast, ...inP }), member("b", { ...inWest, ...inQ })],
      topics: [topic("x", inP), topic("y", inQ)],
      edges: [writes("a", "y"), reads("b", "x")],
    };
    assert.deepEqual(homes(graph), { a: "p/east", b: "q/west", "~x": "p/", "~y": "q/" });
  });

  it("are Pulsar clusters alone where there is one Kubernetes cluster", () => {
    const graph = {
      members: [member("a", inP), member("b", inQ)],
      topics: [topic("x", inP), topic("y", inQ), topic("none", inQ)],
      edges: [writes("a", "x"), writes("b", "y")],
    };
    assert.deepEqual(homes(graph), { a: "p/", b: "q/", "~x": "p/", "~y": "q/", "~none": "q/" });
  });

  it("have a topic of log lines that are counted with its readers", () => {
    const written = [writes("a", "logs", "log lines")];
    const graph = {
      members: [member("a", inEast), member("b", inWest)],
      topics: [topic("logs")],
      edges: [...written, reads("b", "logs")],
    };
    const folds = new Map([[topicName("logs"), { kind: "count", written } as const]]);
    assert.equal(homes(graph, folds)["~logs"], "/west");
    assert.equal(homes(graph)["~logs"], "/east");
    assert.equal(homes({ ...graph, edges: written }, folds)["~logs"], "/east");
  });
});
