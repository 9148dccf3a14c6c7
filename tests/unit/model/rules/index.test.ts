import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planMember } from "../../../../provider/model/plan-member";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { ruleTable } from "../../../../provider/model/rules";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import { around } from "./broken-meshes";

const round = { a: javaFunction(), b: javaFunction({ input: { topics: ["out"] }, output: { topic: "in" } }) };

describe("rules", () => {
  it("find nothing in a mesh without mistakes", () => {
    assert.deepEqual(planMesh("mesh", around({})).problems, []);
    assert.deepEqual(planMesh("mesh", sampleMesh()).problems, []);
  });

  it("all have a test", () => {
    const pulumi = join(__dirname, "..", "..", "pulumi");
    const folders = [
      __dirname,
      join(__dirname, "..", "operator", "rules"),
      join(pulumi, "schema"),
      join(pulumi, "components"),
      join(__dirname, "..", "..", "cli"),
      join(__dirname, "..", "..", "cli", "commands"),
      join(__dirname, "..", "..", "cli", "input"),
    ];
    const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
    const tests = files.filter((file) => file.endsWith(".ts")).map((file) => readFileSync(file, "utf8"));
    const untested = ruleTable.filter(
      ({ code }) => !tests.some((text) => text.includes(`testRule("${code}"`) || text.includes(`provokes ${code}`)),
    );
    assert.deepEqual(untested, []);
  });

  it("stand in the order of their codes, each once", () => {
    const codes = ruleTable.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
  });

  it("suggest the nearest cluster", () => {
    const [problem] = planMesh("mesh", around({ cluster: "eats" })).problems;
    assert.deepEqual([problem?.message, problem?.help], ['"eats" is not a key of `kubernetes`', "did you mean east?"]);
  });

  it("show a cycle as the path of members and topics", () => {
    const [problem] = planMesh("mesh", sampleMesh({ functions: round })).problems;
    assert.equal(
      problem?.message,
      "the mesh feeds itself: a → persistent://public/default/out → b → persistent://public/default/in → a",
    );
  });

  it("say how a default dead-letter topic comes to be among the inputs, and what to state", () => {
    const spec = around({ input: { topics: ["in", "public-default-f-DLQ"] }, maxMessageRetry: 3 });
    const [problem] = planMesh("mesh", spec).problems;
    assert.deepEqual(
      [problem?.message, problem?.help],
      [
        'sends dead letters to "persistent://public/default/public-default-f-DLQ", as no `deadLetterTopic` is stated, and that is among the member\'s own inputs',
        "state another `deadLetterTopic`",
      ],
    );
  });

  it("do not ask a mesh of one who else uses its topics", () => {
    const { plan, problems } = planMember("function", "enrich", { ...sampleMesh(), ...javaFunction({ replicas: -1 }) });
    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      ["FM074 replicas"],
    );
    const [only] = plan.members;
    assert.deepEqual([only?.childName, only?.path, only?.places[0]?.objectName], ["enrich", "", "enrich"]);
    assert.deepEqual(
      only?.subscriptions.map(({ childName }) => childName),
      ["enrich-in"],
    );
  });

  it("see a mesh of one function that states neither input nor class", () => {
    const { problems } = planMember("function", "enrich", { ...sampleMesh(), golang: { go: "/f" }, image: "f:1" });
    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      ["FM015 input"],
    );
  });
});
