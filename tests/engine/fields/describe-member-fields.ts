import { type Change, changeOf, refusedFields, type Subject } from "../../fields/subjects";
import { kubernetesEntry, meshProject } from "../harness/mesh-program";
import { describeFields } from "./describe-fields";
import { type FieldCase, type FieldProgram, FieldRun } from "./field-run";
import { type Surroundings, startSurroundings } from "./surroundings";

type ChangingMember = Change & FieldCase;

const mesh = "f";

/** Fields that say how an update goes about its work. */
const unseen = ["rollout.timeoutSeconds", "rollout.attachment"];

/** A mesh with a member for each field of a subject, and one more. */
export function describeMemberFields(key: string, subject: Subject, alone: readonly string[]): void {
  const cases: readonly ChangingMember[] = Object.keys(subject.pairs(key))
    .filter((field) => !refusedFields.includes(field))
    .map((field, index) => ({ own: `${key}${index}`, ...changeOf(subject, field, `${key}${index}`) }));
  const bystander = `${key}bystander`;
  const start = async (): Promise<FieldRun> => {
    const surroundings = await startSurroundings([`fields-${key}`]);
    const owns = new Set([...cases.map(({ own }) => own), bystander]);
    const program = (isChanged: (one: FieldCase) => boolean): object => ({
      ...clustersOf(surroundings),
      topics: Object.fromEntries(cases.flatMap(foundTopics)),
      [`${subject.kind}s`]: {
        ...Object.fromEntries(cases.map((one) => [one.own, isChanged(one) ? one.after : one.before])),
        [bystander]: subject.base(bystander),
      },
    });
    const files: FieldProgram["files"] = (isChanged) => meshProject(mesh, { ...program(isChanged) });
    return FieldRun.start({ surroundings, owns, files });
  };
  describeFields({ cases, bystander, shared: [`update Topology ${mesh}`], alone, unseen, start });
}

const clustersOf = ({ planes, brokers, kubernetesNamespaces: [namespace = ""] }: Surroundings): object => ({
  // What is said of TLS has no effect without.
  pulsar: mapped(brokers, ({ adminUrl }) => ({ adminUrl, serviceUrl: "pulsar+ssl://127.0.0.1:6651" })),
  kubernetes: mapped(planes, (plane) => kubernetesEntry(plane, namespace)),
  defaults: { cluster: "east", rollout: { attachment: false, timeoutSeconds: 200 } },
});

/** What patterns find. */
const foundTopics = ({ field, own }: ChangingMember): readonly (readonly [string, object])[] =>
  field === "input.topicPattern" ? ["a", "b"].map((letter) => [`${own}-${letter}`, {}] as const) : [];

const mapped = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
