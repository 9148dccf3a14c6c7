import assert from "node:assert/strict";
import { tellingLines } from "../../../../../provider/pulumi/resources/rollout/telling-lines";

const credentials: readonly (readonly [string, string])[] = [
  ["jdbc password=hunter2, user=me", "jdbc password=[hidden], user=me"],
  ["authParams token:abc.def", "authParams token:[hidden]"],
  ["token:eyJhbGciOi.eyJzdWIi.sig", "token:[token]"],
  ['{"clientSecret": "a b", "x": 1}', '{"clientSecret": [hidden], "x": 1}'],
  ["DB_PASSWORD='a b' failed", "DB_PASSWORD=[hidden] failed"],
  ["secret_key = xyz", "secret_key = [hidden]"],
  ["cannot reach https://me:p@ss@host:443/path", "cannot reach https://[hidden]@host:443/path"],
  ["cannot reach pulsar://a:6650,b:6650", "cannot reach pulsar://a:6650,b:6650"],
  ["the token is refused", "the token is refused"],
];

describe("tellingLines", () => {
  const rows: readonly { name: string; log: string; want: readonly string[] }[] = [
    { name: "the last lines where nothing speaks of an error", log: "a\nb\n", want: ["a", "b"] },
    {
      name: "just the lines that speak of errors",
      log: "start\n2026 ERROR no class\nstop\n",
      want: ["2026 ERROR no class"],
    },
    {
      name: "no stack frames",
      log: "java.lang.IllegalStateException: boom\n\tat org.x.Y.z(Y.java:1)\n\t... 3 more\nCaused by: x.Z: why\n",
      want: ["java.lang.IllegalStateException: boom", "Caused by: x.Z: why"],
    },
    {
      name: "no frames of Python's own and the instance's, nor scraps of them",
      log: [
        "ERROR ClientConnection:1 | Failed to connect: Connection refused",
        '[t] [ERROR] log.py:   File "/pulsar/instances/python-instance/python_instance.py", line 219, in run',
        "[t] [ERROR] log.py: self.pulsar_client.subscribe(",
        "[t] [ERROR] log.py: ^",
        '[t] [ERROR] log.py:   File "/code/shout.py", line 2, in process',
        "[t] [ERROR] log.py: Pulsar error: TimeOut",
      ].join("\n"),
      want: [
        "ERROR ClientConnection:1 | Failed to connect: Connection refused",
        '[t] [ERROR] log.py:   File "/code/shout.py", line 2, in process',
        "[t] [ERROR] log.py: Pulsar error: TimeOut",
      ],
    },
    {
      name: "the same message once",
      log: "2026-01-01T00:00:00,1 ERROR boom\n2026-01-01T00:00:01,2 ERROR boom\n",
      want: ["2026-01-01T00:00:00,1 ERROR boom"],
    },
    { name: "no tokens", log: "ERROR token eyJhbGciOi.eyJzdWIi.sig refused\n", want: ["ERROR token [token] refused"] },
    {
      name: "no credentials by their names",
      log: credentials.map(([line]) => `ERROR ${line}`).join("\n"),
      want: credentials.map(([, line]) => `ERROR ${line}`),
    },
    { name: "nothing of nothing", log: "\n", want: [] },
  ];
  for (const { name, log, want } of rows) it(`gives ${name}`, () => assert.deepEqual(tellingLines(log), want));

  it("gives twelve lines at most", () => {
    const log = Array.from({ length: 50 }, (_, index) => `ERROR number ${index}`).join("\n");
    assert.equal(tellingLines(log).length, 12);
    assert.equal(tellingLines(log).at(-1), "ERROR number 49");
  });
});
