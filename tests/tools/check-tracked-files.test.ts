import assert from "node:assert/strict";
import { findPlaces, privateHosts } from "../../tools/check/tracked-files";

describe("findPlaces", () => {
  const rows: readonly (readonly [text: string, want: readonly string[]])[] = [
    ["nothing", []],
    ['cd "/home/ada/mesh"', ["/home/ada"]],
    ["/home/adams", []],
    ["/home/adams and /home/ada", ["/home/ada"]],
    ["registry=https://packages.example.org/npm/", ["packages.example.org"]],
  ];
  for (const [text, want] of rows) {
    it(text, () => assert.deepEqual(findPlaces(text, ["/home/ada", "packages.example.org"]), want));
  }
});

describe("privateHosts", () => {
  const rows: readonly (readonly [text: string, want: readonly string[]])[] = [
    ["", []],
    ["https://registry.npmjs.org/", []],
    [
      "https://proxy.golang.org,direct https://packages.example.org:8443/go,https://user@packages.example.org/x",
      ["packages.example.org"],
    ],
    ["http://notnpmjs.org/", ["notnpmjs.org"]],
  ];
  for (const [text, want] of rows) it(text, () => assert.deepEqual(privateHosts(text), want));
});
