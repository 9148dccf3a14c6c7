import { relatedTopics } from "../partition-names";
import type { TopicUse } from "../plan";
import { taskTopics } from "../task-topics";
import { topicKeys } from "../topic-keys";
import { isKnown } from "../unknown";
import { matches, type MemberPattern, memberPatterns, readsUnknown } from "./member-patterns";
import { mayHaveFound, mayMean, refusedTopics } from "./refused-topics";
import { writtenTopics } from "../written-topics";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM011 */
export const unreadOutputs: Rule = {
  code: "FM011",
  severity: "warning",
  also: "error",
  inManifests: "warning",
  title: "Somebody reads each output",
  description:
    "The output of a member is read by a member, by name, by one of its partitions or by pattern, or said to be `terminal` or `external` in `topics`, or named by another resource, whose it is then; otherwise brokers drop its messages at once, unless retention or a subscription from outside keeps them. Topics of log lines, dead letters and late data are not looked at: nobody has to read them. An error with `validation.strict`. While the name of a topic that a member reads is not known, nothing is said: it may be that one. Nor is it where a name that is none (FM003), or a pattern that is none (FM014), was meant for the topic, or where it holds the tasks of a batch source (FM052).",
  check: (mesh) => {
    const { plan, single } = mesh;
    if (single || plan.members.some(readsUnknown)) return [];
    const taken = takenTopics(mesh);
    const patterns = plan.members.flatMap(memberPatterns);
    const unread = plan.members
      .flatMap(({ writes }) => writes ?? [])
      .filter((use) => isKnown(use.name) && !taken.has(use.name) && !patterns.some((each) => finds(each, use)));
    if (unread.length === 0) return [];
    const tasks = taskTopics(plan.members);
    const refused = refusedTopics(mesh);
    const told = new Set(refused.map(({ path }) => path()));
    const meant = refused.filter(({ use }) => use !== "written");
    return unread
      .filter(({ name, path }) => !tasks.has(name) && !told.has(path) && !meant.some((each) => mayMean(each, name)))
      .map((use) => findingOf(mesh, use));
  },
};

const finds = (each: MemberPattern, use: TopicUse): boolean =>
  (each.pattern.kind === "foreign" && use.persistent) || matches(each, use) || mayHaveFound(each, use.name);

const findingOf = ({ spec }: CheckedMesh, { name, path }: TopicUse): Finding => ({
  path,
  ...(spec.validation?.strict === true ? { severity: "error" } : {}),
  message: `nobody reads "${name}"`,
  help: "name a topic that a member reads, or add it to `topics` with `terminal: true` when it is read from outside",
  helpInManifests: "name a topic that a component reads, unless it is read from outside",
});

/** The topics that are read, in whatever Pulsar cluster, or that nobody here has to read. */
function takenTopics(mesh: CheckedMesh): ReadonlySet<string> {
  const { members, topics } = mesh.plan;
  const { topics: entries = {} } = mesh.spec;
  const finished = [...topicKeys(mesh)].flatMap(([name, key]) =>
    entries[key]?.external === true || entries[key]?.terminal === true ? [name] : [],
  );
  const others = topics.filter(({ owned }) => !owned).map(({ name }) => name);
  const related = relatedTopics(topics.map(({ name }) => name));
  const read = members.flatMap(({ reads, found }) => [...reads, ...found]);
  // One that another resource names is that one's to read.
  const named = members.flatMap((member) => writtenTopics(member).filter(({ computed }) => computed === true));
  return new Set([
    ...finished,
    ...others,
    ...named.map(({ name }) => name),
    ...read.flatMap(({ name }) => [name, ...related(name)]),
  ]);
}
