import assert from "node:assert/strict";
import { once, EventEmitter } from "node:events";
import { Followed } from "../../../../../provider/pulumi/resources/rollout/followed";

interface Named {
  readonly metadata: { readonly name: string };
}
type Answer = readonly string[] | Error;
/** What happens on one watch: events, then its end. */
interface Watched {
  readonly events?: readonly (readonly [phase: string, object: object])[];
  /** Without it the watch goes on. */
  readonly end?: Error | "as usual";
}

const named = (name: string): Named => ({ metadata: { name } });
const forbidden = Object.assign(new Error("HTTP-Code: 403"), { status: 403 });

/** An API server that answers lists and watches one after another; the last watch goes on. */
function server(lists: readonly Answer[], watches: readonly Watched[]) {
  const log: string[] = [];
  const changes = new EventEmitter();
  let [listed, watched] = [0, 0];
  const source = {
    kind: "pods",
    path: "/pods",
    query: {},
    list: (): Promise<{ metadata: { resourceVersion: string }; items: readonly Named[] }> => {
      const answer = lists[Math.min(listed++, lists.length - 1)] ?? [];
      log.push("list");
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ metadata: { resourceVersion: `v${listed}` }, items: answer.map(named) });
    },
  };
  const watch = {
    watch: (
      _path: string,
      query: Readonly<Record<string, unknown>>,
      callback: (phase: string, object: object) => void,
      done: (error: unknown) => void,
    ): Promise<AbortController> => {
      const { events = [], end } = watches[watched++] ?? {};
      log.push(`watch ${String(query["resourceVersion"])}`);
      setImmediate(() => {
        for (const [phase, object] of events) callback(phase, object);
        if (end !== undefined) done(end === "as usual" ? null : end);
        if (watched >= watches.length) changes.emit("last");
      });
      return Promise.resolve(new AbortController());
    },
  };
  const followed = new Followed<Named>(source, { watch, pause: 1, changed: () => undefined });
  return { followed, log, last: once(changes, "last") };
}

describe("Followed", () => {
  interface Row {
    readonly name: string;
    readonly lists: readonly Answer[];
    readonly watches: readonly Watched[];
    readonly want: readonly string[];
    readonly log?: readonly string[];
    readonly trouble?: RegExp;
  }
  const rows: readonly Row[] = [
    {
      name: "lists, and watches from there",
      lists: [["a", "b"]],
      watches: [
        {
          events: [
            ["ADDED", named("c")],
            ["DELETED", named("a")],
          ],
        },
      ],
      want: ["b", "c"],
      log: ["list", "watch v1"],
    },
    {
      name: "lists anew after a watch has ended, and forgets what is gone",
      lists: [["a", "b"], ["b"]],
      watches: [{ end: "as usual" }, {}],
      want: ["b"],
      log: ["list", "watch v1", "list", "watch v2"],
    },
    {
      name: "takes no error for an object",
      lists: [["a"]],
      watches: [{ events: [["ERROR", { code: 410, message: "too old" }]] }, {}],
      want: ["a"],
      log: ["list", "watch v1", "list", "watch v2"],
    },
    {
      name: "tells a lost cluster",
      lists: [["a"], new Error("connect ECONNREFUSED")],
      watches: [{ end: new Error("socket hang up") }],
      want: ["a"],
      trouble: /^pods cannot be watched: (socket hang up|connect ECONNREFUSED)$/,
    },
    {
      name: "tells an error within a watch",
      lists: [["a"], new Error("internal error")],
      watches: [{ events: [["ERROR", { code: 500, message: "internal error" }]] }],
      want: ["a"],
      trouble: /internal error$/,
    },
    {
      name: "tells what must be allowed",
      lists: [["a"], forbidden],
      watches: [{ end: Object.assign(new Error("Forbidden"), { statusCode: 403 }) }],
      want: ["a"],
      trouble: /not allowed to; a rollout needs get, list and watch on statefulsets, pods and events/,
    },
    {
      name: "recovers",
      lists: [["a"], new Error("connect ECONNREFUSED"), ["b"]],
      watches: [{ end: "as usual" }, {}],
      want: ["b"],
      log: ["list", "watch v1", "list", "list", "watch v3"],
    },
  ];
  for (const { name, lists, watches, want, log, trouble } of rows) {
    it(name, async () => {
      const { followed, log: seen, last } = server(lists, watches);
      const following = followed.follow();
      await last;
      // A watch that failed is told a moment later.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const [names, told] = [[...followed.objects.keys()], followed.trouble];
      followed.stop();
      await following;
      assert.deepEqual(names, want);
      if (log !== undefined) assert.deepEqual(seen, log);
      assert.match(told ?? "", trouble ?? /^$/);
      assert.deepEqual(
        followed.first?.map(({ metadata }) => metadata.name),
        lists[0],
      );
    });
  }
});
