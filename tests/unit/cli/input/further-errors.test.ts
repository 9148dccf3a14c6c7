import assert from "node:assert/strict";
import { stepsOfPath } from "../../../../provider/model/argument-path";
import { planInput } from "../../../../provider/cli/input/plan-input";
import { readsFiles, schema } from "../memory-terminal";
import { fieldsOf, misspelled, ofWrongForm } from "./broken-fields";
import { wholeMesh } from "./whole-mesh";

const errorsOf = (value: unknown): readonly string[] =>
  planInput(["m.json"], readsFiles({ "m.json": JSON.stringify(value) })).problems.flatMap(({ severity, code, path }) =>
    severity === "error" ? [`${code} ${path}`] : [],
  );

/** In every member an error that has nothing to do with forms. */
const withErrors = {
  ...wholeMesh,
  functions: {
    enrich: { ...wholeMesh.functions.enrich, retainOrdering: true, retainKeyOrdering: true },
    score: { ...wholeMesh.functions.score, retainOrdering: true, retainKeyOrdering: true },
  },
};

const independent = ["enrich", "score"].map((key) => `FM032 functions.${key}.retainKeyOrdering`);

const memberOf = (path: string): string => stepsOfPath(path).slice(0, 2).join(".");

const isMember = (path: string): boolean => /^(functions|sources|sinks)\.\w+\./.test(path);

const fields = fieldsOf(wholeMesh, schema);

describe("errors beside a field of the wrong form", () => {
  it("has a mesh with every section, and no error in it", () => {
    assert.deepEqual(errorsOf(wholeMesh), []);
    assert.deepEqual(
      [...new Set(fields.map(({ steps: [first] }) => first))].sort(),
      Object.keys(schema.resources["function-mesh:index:FunctionMesh"]?.inputProperties ?? {}).sort(),
    );
  });

  for (const [name, breakField] of Object.entries({ misspelled, "of the wrong form": ofWrongForm })) {
    const broken = fields.flatMap((field) => breakField(wholeMesh, field) ?? []);

    it(`says nothing but that where a field is ${name}, whichever it is`, () => {
      assert.ok(broken.length > 60, `${broken.length} fields`);
      const told = broken.flatMap(({ path, at, mesh }) => {
        const errors = errorsOf(mesh);
        const others = errors.filter((error) => ![`FM080 ${at}`, `FM080 ${path}`].includes(error));
        return others.length > 0 || !errors.includes(`FM080 ${at}`) ? [`${at}: ${errors.join(", ")}`] : [];
      });
      assert.deepEqual(told, []);
    });

    it(`says what is wrong with other members where a field of one is ${name}`, () => {
      const inMembers = fields.flatMap((field) => breakField(withErrors, field) ?? []).filter(({ at }) => isMember(at));
      assert.ok(inMembers.length > 30, `${inMembers.length} fields`);
      for (const { at, mesh } of inMembers) {
        const want = independent.filter((error) => memberOf(error.slice("FM032 ".length)) !== memberOf(at));
        assert.deepEqual(
          errorsOf(mesh).filter((error) => !error.startsWith("FM080 ")),
          want,
          at,
        );
      }
    });
  }

  it("says what is wrong with members where a field that they share is misspelled, and nothing that comes of that", () => {
    const shared = fields.map((field) => misspelled(withErrors, field)).filter(({ at }) => !isMember(at));
    assert.ok(shared.length > 20, `${shared.length} fields`);
    const told = shared.map(({ at, mesh }) => ({
      at,
      errors: errorsOf(mesh).filter((each) => !each.startsWith("FM080 ")),
    }));
    for (const { at, errors } of told)
      assert.ok(
        errors.every((error) => independent.includes(error)),
        `${at}: ${errors.join()}`,
      );
    const whole = told.filter(({ errors }) => errors.length === independent.length);
    assert.ok(whole.length > 20, `${whole.length} of ${shared.length} fields`);
  });

  const self = { python: { py: "/f.py" }, className: "f.F", input: { topics: ["t"] }, output: { topic: "t" } };
  const clusters = {
    pulsar: { p: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" } },
    kubernetes: { a: { kubeconfig: "/a" }, b: { kubeconfig: "/b" } },
  };
  const slips = [
    {
      name: "at the top",
      mesh: { functions: { self }, nonsense: 1 },
      want: ["FM080 nonsense", "FM013 functions.self.output.topic"],
    },
    {
      name: "beside what Pulsar refuses",
      mesh: { ...wholeMesh, topics: { ...wholeMesh.topics, many: { partitions: 6_000 } }, nonsense: 1 },
      want: ["FM080 nonsense", "FM057 topics.many.partitions"],
    },
    {
      name: "of a topic",
      mesh: { functions: { self }, topics: { t: { partition: 3 } } },
      want: ["FM080 topics.t.partition", "FM013 functions.self.output.topic"],
    },
    {
      name: "that says where members run",
      mesh: { ...clusters, defaults: { clustr: "a" }, functions: { self } },
      want: ["FM080 defaults.clustr", "FM013 functions.self.output.topic"],
    },
    {
      name: "that says where members run, in other words",
      mesh: { ...clusters, defaults: { kubernetesCluster: "a" }, functions: { self } },
      want: ["FM080 defaults.kubernetesCluster", "FM013 functions.self.output.topic"],
    },
    {
      name: "that allows what is wrong without it",
      mesh: {
        functions: { f: { ...self, output: { topic: "u" } }, g: { ...self, input: { topics: ["u"] } } },
        validation: { allowCycle: true },
      },
      want: ["FM080 validation.allowCycle"],
    },
  ];
  for (const { name, mesh, want } of slips) {
    it(`takes a slip ${name} for what it may mean`, () => assert.deepEqual(errorsOf(mesh), want));
  }

  const homeless = { ...wholeMesh.defaults, cluster: undefined };
  const { meter } = wholeMesh.sources;
  const cases = [
    {
      name: "nothing else where members share what is wrong",
      mesh: { ...withErrors, defaults: { ...wholeMesh.defaults, tenant: ["retail"] } },
      want: ["FM080 defaults.tenant"],
    },
    {
      name: "that a topic is wrong too",
      mesh: {
        ...wholeMesh,
        topics: { ...wholeMesh.topics, "a b": {} },
        sinks: { ...wholeMesh.sinks, archive: { ...wholeMesh.sinks.archive, inputs: {} } },
      },
      want: ["FM080 sinks.archive.inputs", 'FM003 topics["a b"]'],
    },
    {
      name: "not that nobody uses a namespace which only the member names that is wrong",
      mesh: {
        ...wholeMesh,
        defaults: homeless,
        namespaces: { ...wholeMesh.namespaces, "retail/meters": {} },
        sources: { meter: { ...meter, namespace: ["meters"] } },
        functions: {},
        sinks: { archive: wholeMesh.sinks.archive },
      },
      want: ["FM080 sources.meter.namespace"],
    },
    {
      name: "nothing of a member that is called in quotes and is wrong",
      mesh: {
        ...wholeMesh,
        functions: { ...wholeMesh.functions, "a.b": { ...withErrors.functions.score, className: ["x"] } },
      },
      want: ['FM080 functions["a.b"].className'],
    },
  ];
  for (const { name, mesh, want } of cases) it(`says ${name}`, () => assert.deepEqual(errorsOf(mesh), want));
});
