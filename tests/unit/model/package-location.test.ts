import assert from "node:assert/strict";
import { isOperatorsPackageLocation, readPackageLocation } from "../../../provider/model/package-location";

const packaged = { kind: "pulsar", type: "function", tenant: "a", pulsarNamespace: "b", name: "c" };

describe("package-location", () => {
  const rows = [
    { text: "function://a/b/c", want: packaged, operators: true },
    { text: "sink://a/b/c@1.4", want: { ...packaged, type: "sink", version: "1.4" }, operators: true },
    { text: "source://a/b/c@v1", want: { ...packaged, type: "source", version: "v1" }, operators: true },
    { text: "https://x.org/a.jar", want: { kind: "http", url: "https://x.org/a.jar" }, operators: true },
    { text: "http://x:8080/a?b=c", want: { kind: "http", url: "http://x:8080/a?b=c" }, operators: true },
    ...["Function://a/b/c", "HTTP://x/y", "function://a/b/", "function:///b/c", "http://", "function://a/b/c@1/x"].map(
      (text) => ({ text, want: undefined, operators: true }),
    ),
    ...[
      "",
      "/a.jar",
      "public/default/fn",
      "file:///x.jar",
      "function://a/b",
      "function://a/b/c/d",
      "sink://a/b/c@1@2",
    ].map((text) => ({ text, want: undefined, operators: false })),
  ];
  for (const { text, want, operators } of rows) {
    it(`${JSON.stringify(text)}: ${want?.kind ?? "none"}`, () => {
      assert.deepEqual(readPackageLocation(text), want);
      assert.equal(isOperatorsPackageLocation(text), operators);
    });
  }
});
