import assert from "node:assert/strict";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { ownerAnnotation } from "../../../../../provider/pulumi/resources/owner-annotation";
import { standingOf, type VolumesChange } from "../../../../../provider/pulumi/resources/volumes/standing";
import { withPredecessor } from "../../../../../provider/pulumi/resources/volumes/claim-templates";

const templates = [{ metadata: { name: "work" } }];
const others = [{ metadata: { name: "other" } }];
const inputs = {
  member: "functions.score",
  statefulSet: "orders-score",
  owner: "mine",
  volumeClaimTemplates: templates,
};
const changed = { ...inputs, volumeClaimTemplates: others };
const state = { inputs, outputs: { ...inputs, predecessor: "" } };

interface Live {
  readonly owner?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly predecessor?: string;
  readonly isEnding?: boolean;
}

const ownLabels = { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/name": "orders-score" };

const statefulSet = ({ owner, labels = ownLabels, predecessor, isEnding = false }: Live): V1StatefulSet => ({
  metadata: {
    name: "orders-score",
    namespace: "mesh",
    labels,
    ...(owner === undefined ? {} : { annotations: { [ownerAnnotation]: owner } }),
    ...(isEnding ? { deletionTimestamp: new Date(0) } : {}),
  },
  spec: {
    selector: {},
    serviceName: "",
    template: {},
    volumeClaimTemplates: [withPredecessor(templates, predecessor)].flat().map(Object),
  },
});

const created = (now: typeof inputs): VolumesChange => ({ inputs: now, isInPlace: false });
const updated = (now: typeof inputs, isInPlace = true): VolumesChange => ({ inputs: now, old: state, isInPlace });

const rows: readonly {
  readonly name: string;
  readonly live: Live;
  readonly change: VolumesChange;
  readonly want: string;
}[] = [
  { name: "own with the templates it has", live: { owner: "mine" }, change: created(inputs), want: "leave" },
  { name: "own that gets its first templates", live: { owner: "mine" }, change: created(changed), want: "stop" },
  { name: "own with other templates", live: { owner: "mine" }, change: updated(changed), want: "stop" },
  { name: "own one that is ending", live: { owner: "mine", isEnding: true }, change: updated(inputs), want: "stop" },
  {
    name: "own one of a member that was deleted before",
    live: { owner: "mine", isEnding: true },
    change: created(inputs),
    want: "wait",
  },
  {
    name: "own one that stands in another place",
    live: { owner: "mine" },
    change: updated(changed, false),
    want: "leave",
  },
  {
    name: "own one that somebody put back after it was stopped",
    live: { owner: "mine" },
    change: { ...updated(inputs), old: { ...state, outputs: { predecessor: "uid" } } },
    want: "stop",
  },
  {
    name: "own one that names its predecessor",
    live: { owner: "mine", predecessor: "uid" },
    change: { ...updated(inputs), old: { ...state, outputs: { predecessor: "uid" } } },
    want: "leave",
  },
  {
    name: "own one of a mesh that got another name",
    live: { owner: "before" },
    change: { ...updated(changed), old: { ...state, inputs: { ...inputs, owner: "before" } } },
    want: "stop",
  },
  { name: "one of another mesh", live: { owner: "theirs" }, change: created(inputs), want: "refuse" },
  {
    name: "one of another mesh, with other templates",
    live: { owner: "theirs" },
    change: updated(changed),
    want: "refuse",
  },
  {
    name: "one of another mesh that is ending",
    live: { owner: "theirs", isEnding: true },
    change: updated(changed),
    want: "refuse",
  },
  { name: "one of somebody else", live: { labels: {} }, change: created(inputs), want: "refuse" },
  {
    name: "one of somebody else, with other templates",
    live: { labels: {} },
    change: updated(changed),
    want: "refuse",
  },
  { name: "one of an earlier version", live: {}, change: created(inputs), want: "leave" },
  { name: "one of an earlier version that is ending", live: { isEnding: true }, change: created(inputs), want: "wait" },
  { name: "one of an earlier version, with other templates", live: {}, change: created(changed), want: "refuse" },
  {
    name: "one of an earlier version, with other templates than before",
    live: {},
    change: updated(changed),
    want: "refuse",
  },
];

describe("standingOf", () => {
  for (const { name, live, change, want } of rows) {
    it(`says ${want} of ${name}`, () => assert.equal(standingOf(statefulSet(live), change).kind, want));
  }

  it("tells somebody else's, which may go before an update, from what must not change", () => {
    const isForeign = (live: Live, change: VolumesChange): boolean | undefined => {
      const standing = standingOf(statefulSet(live), change);
      return standing.kind === "refuse" ? standing.isForeign : undefined;
    };
    assert.equal(isForeign({ owner: "theirs" }, created(inputs)), true);
    assert.equal(isForeign({}, created(changed)), false);
  });

  it("says what to do about one of an earlier version", () => {
    const standing = standingOf(statefulSet({}), created(changed));
    assert.match(
      standing.kind === "refuse" ? standing.reason : standing.kind,
      /^functions\.score gets other volumeClaimTemplates, .* run "pulumi up" once without the change of volumeClaimTemplates/,
    );
  });
});
