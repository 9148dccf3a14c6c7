import { type Change, changeOf, refusedFields, type Subject } from "../../fields/subjects";
import { describeFields } from "./describe-fields";
import { type FieldCase, FieldRun } from "./field-run";
import { memberMeshes } from "./member-meshes";
import { createTopics } from "./namespaces-of-fields";
import { startSurroundings } from "./surroundings";

type ChangingMember = Change & FieldCase & { readonly kind: Subject["kind"] };

/** Fields that say how an update goes about its work. */
const unseen = ["rollout.timeoutSeconds", "rollout.attachment"];

/** A stack with a member for each field of some subjects, by what their members are called, and one more. */
export function describeMemberFields(subjects: Readonly<Record<string, Subject>>): void {
  const cases = Object.entries(subjects).flatMap(([key, subject]) => changingMembers(key, subject));
  const [first] = Object.entries(subjects);
  if (first === undefined) throw new Error("no subject");
  const [key, { kind, base }] = first;
  const bystander = `${key}bystander`;
  const standing = { own: bystander, kind, field: "", spec: base(bystander) };
  const start = async (): Promise<FieldRun> => {
    const surroundings = await startSurroundings([`fields-${key}`]);
    const inputs = [...cases, standing].filter((one) => one.kind !== "source").map(({ own }) => `${own}-in`);
    for (const { adminUrl } of Object.values(surroundings.brokers)) await createTopics(adminUrl, inputs);
    return FieldRun.start({
      surroundings,
      owns: new Set([...cases, standing].map(({ own }) => own)),
      files: (isChanged) => {
        const members = cases.map((one) => ({ ...one, spec: isChanged(one) ? one.after : one.before }));
        return memberMeshes(surroundings, [...members, standing]);
      },
    });
  };
  describeFields({ cases, bystander, unseen, start });
}

const changingMembers = (key: string, subject: Subject): readonly ChangingMember[] =>
  Object.keys(subject.pairs(key))
    .filter((field) => !refusedFields.includes(field))
    .map((field, index) => memberOf(subject, field, `${key}${index}`));

const memberOf = (subject: Subject, field: string, own: string): ChangingMember => ({
  own,
  kind: subject.kind,
  ...changeOf(subject, field, own),
});
