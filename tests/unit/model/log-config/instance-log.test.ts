import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../../provider/model/function";
import { instanceLog } from "../../../../provider/model/log-config/instance-log";
import { logConfigFiles } from "../../../../provider/model/log-config/log-config-files";
import { placesOf } from "../../rendered-objects";
import { javaFunction, pythonFunction, sampleMesh, sink } from "../../sample-mesh";
import type { MemberPlan } from "../../../../provider/model/plan";

const only = (parts: Parameters<typeof sampleMesh>[0]): MemberPlan => {
  const [target] = placesOf(sampleMesh(parts));
  assert.ok(target !== undefined);
  return target.member;
};
const java = (parts: Partial<FunctionSpec>) => only({ functions: { f: javaFunction(parts) } });
const python = (parts: Partial<FunctionSpec>) => only({ functions: { f: pythonFunction(parts) } });
const jar = "/pulsar/score.jar";
const py = "/pulsar/enrich.py";
const own = { name: "my-logging", key: "conf" };

describe("instance-log", () => {
  for (const { name, member, file, writesFiles } of [
    { name: "what the image has where nothing is said", member: java({}), file: undefined, writesFiles: false },
    {
      name: "a level",
      member: java({ java: { jar, log: { level: "warn" } } }),
      file: "log4j2.xml",
      writesFiles: false,
    },
    {
      name: "XML where YAML is asked for, which not every image reads",
      member: java({ java: { jar, log: { format: "json", javaLog4JConfigFileType: "yaml" } } }),
      file: "log4j2.xml",
      writesFiles: false,
    },
    {
      name: "the user's own YAML",
      member: java({ java: { jar, log: { logConfig: own, javaLog4JConfigFileType: "yaml" } } }),
      file: "log4j2.yaml",
      writesFiles: true,
    },
    {
      name: "files of a Python function",
      member: python({ python: { py, log: { rotatePolicy: "TimedPolicyWithDaily" } } }),
      file: "logging.ini",
      writesFiles: true,
    },
    {
      name: "files of a function whose lines a container publishes",
      member: python({ logTopic: "logs", logTopicAgent: "sidecar" }),
      file: "logging.ini",
      writesFiles: true,
    },
    {
      name: "no file of a function that publishes itself",
      member: java({ logTopic: "logs" }),
      file: undefined,
      writesFiles: false,
    },
    {
      name: "files of a sink with a log topic",
      member: only({ sinks: { s: sink({ logTopic: "logs" }) } }),
      file: "log4j2.xml",
      writesFiles: true,
    },
  ]) {
    it(`takes ${name}`, () => {
      const log = instanceLog(member);
      assert.deepEqual({ file: log.file?.name, writesFiles: log.writesFiles }, { file, writesFiles });
      const generated = file === undefined || log.file?.own !== undefined ? [] : [file];
      assert.deepEqual(Object.keys(logConfigFiles(member, "mesh-f")), generated);
    });
  }
});
