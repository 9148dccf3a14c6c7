import assert from "node:assert/strict";
import { log4jXml } from "../../../../provider/model/log-config/log4j-xml";
import type { LogSpec } from "../../../../provider/model/log";

const xml = (spec: LogSpec, writesFiles = false): string =>
  log4jXml({ spec, writesFiles, directory: "/pulsar/logs/functions" });

/** Fails on elements that are not closed in turn, and on characters that XML reserves. */
function assertWellFormed(text: string): void {
  const open: string[] = [];
  const rest = text.replace(/<(\/?)(\w+)>/g, (_, closing: string, name: string) => {
    if (closing === "") open.push(name);
    else assert.equal(open.pop(), name);
    return "";
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>&]/);
}

describe("log4j-xml", () => {
  for (const { name, spec, writesFiles, has, lacks } of [
    {
      name: "to the console",
      spec: { level: "error" },
      writesFiles: false,
      has: ["<value>ERROR</value>"],
      lacks: ["RollingFile", "JsonLayout"],
    },
    { name: "at the default level", spec: {}, writesFiles: false, has: ["<value>INFO</value>"], lacks: [] },
    {
      name: "at a level that Log4j has not",
      spec: { level: "panic" },
      writesFiles: false,
      has: ["<value>INFO</value>"],
      lacks: ["PANIC"],
    },
    { name: "as JSON", spec: { format: "json" }, writesFiles: false, has: ["<JsonLayout>"], lacks: ["PatternLayout"] },
    {
      name: "to files of a size",
      spec: { rotatePolicy: "SizedPolicyWith50MB" },
      writesFiles: true,
      has: ["<size>50MB</size>", "<max>5</max>"],
      lacks: ["Cron"],
    },
    {
      name: "to files of a day",
      spec: { rotatePolicy: "TimedPolicyWithDaily" },
      writesFiles: true,
      has: ["<schedule>0 0 0 * * ?</schedule>"],
      lacks: ["SizeBased"],
    },
    { name: "to files that are published", spec: {}, writesFiles: true, has: ["<size>10MB</size>"], lacks: ["Cron"] },
  ] as const) {
    it(`logs ${name}`, () => {
      const text = xml(spec, writesFiles);
      assertWellFormed(text);
      for (const part of has) assert.ok(text.includes(part), part);
      for (const part of lacks) assert.ok(!text.includes(part), part);
    });
  }
});
