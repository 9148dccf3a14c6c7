import assert from "node:assert/strict";
import type { Fold } from "../../../../provider/model/diagram/fold";
import { memberHomes, standbyClusters, topicHomes } from "../../../../provider/model/diagram/homes";
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
      member("a", { clusters: ["east", "west (standby)"] }),
      member("b", { clusters: ["west (standby)"] }),
    ];
    assert.deepEqual(homes({ members, topics: [], edges: [] }), { a: "/east", b: "/west" });
    const nowhere = { members: [...members, member("c", { clusters: [] })], topics: [], edges: [] };
    assert.deepEqual(memberHomes(nowhere).get("c"), { pulsar: undefined, kubernetes: undefined });
    assert.deepEqual(members.map(standbyClusters), [["west"], ["west"]]);
  });

  it("have a Kubernetes cluster in the Pulsar cluster that all its topics live in", () => {
    const graph = {
      members: [member("a", inEast), member("b", inEast), member("c", inWest)],
      topics: [topic("x", inP), topic("y", inBoth), topic("z", inQ)],
      edges: [writes("a", "x"), writes("b", "y"), reads("c", "y"), writes("c", "z")],
    };
    assert.deepEqual(homes(graph), {
      a: "p/east",
      b: "p/east",
      c: "q/west",
      "~x": "p/east",
      "~y": "p/east",
      "~z": "q/west",
    });
  });

  it("have a Kubernetes cluster in no Pulsar cluster where its topics leave open which", () => {
    const graph = {
      members: [member("a", inEast), member("b", inWest)],
      topics: [topic("x", inBoth)],
      edges: [writes("a", "x"), reads("b", "x")],
    };
    assert.deepEqual(homes(graph), { a: "/east", b: "/west", "~x": "/east" });
  });

  it("have no topic in the box of a Pulsar cluster where it is not", () => {
    const graph = {
      members: [member("a", inEast), member("b", inWest), member("c", inEast)],
      topics: [topic("x", inP), topic("y", inQ), topic("z", inQ)],
      edges: [writes("a", "x"), writes("c", "y"), reads("b", "z")],
    };
    assert.deepEqual(homes(graph), { a: "/east", b: "q/west", c: "/east", "~x": "p/", "~y": "q/", "~z": "q/west" });
  });

  it("are Pulsar clusters alone where there is one Kubernetes cluster", () => {
    const graph = {
      members: [member("a"), member("b")],
      topics: [topic("x", inP), topic("y", inQ), topic("none", inQ)],
      edges: [writes("a", "x"), reads("b", "x"), writes("b", "y")],
    };
    assert.deepEqual(homes(graph), { a: "p/", b: "/", "~x": "p/", "~y": "q/", "~none": "q/" });
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
