import assert from "node:assert/strict";
import { hostsOf } from "../../../../provider/pulsar/admin/hosts";

describe("provider/pulsar/admin/hosts", () => {
  const rows = [
    { url: "http://a:8080", want: ["http://a:8080"] },
    { url: "https://a:443/", want: ["https://a"] },
    { url: "http://a:8080,b:8081", want: ["http://a:8080", "http://b:8081"] },
    { url: "https://gate/pulsar/", want: ["https://gate/pulsar"] },
    { url: "http://a:8080/admin/v2", want: ["http://a:8080"] },
    { url: "http://[::1]:8080", want: ["http://[::1]:8080"] },
  ];
  for (const { url, want } of rows) it(`reads ${url}`, () => assert.deepEqual(hostsOf(url), want));
  for (const url of ["a:8080", "pulsar://a:6650", "http://", "http://a:port", ""]) {
    it(`refuses ${JSON.stringify(url)}`, () => assert.throws(() => hostsOf(url), /is not a URL like/));
  }
  it("does not show a password that was put in the URL", () => {
    assert.throws(
      () => hostsOf("http://me:hunter2@a:8080"),
      (error: Error) => !error.message.includes("hunter2"),
    );
  });
});
