import assert from "node:assert/strict";
import { mock } from "node:test";
import { AdminError, type AdminErrorFacts } from "../../../../provider/pulsar/admin/error";
import { type AdminResponse, type Send } from "../../../../provider/pulsar/admin/request";
import { withRetries } from "../../../../provider/pulsar/admin/retry";

/** What happens at a time, in seconds since the call; nothing: it succeeds. */
type Weather = (seconds: number) => Partial<AdminErrorFacts> | undefined;

const refused = { kind: "connection", reason: "ECONNREFUSED" } as const;
const cut = { kind: "connection", reason: "ECONNRESET" } as const;
const unready = { status: 503, reason: "no broker" } as const;
const busy = { status: 429, reason: "" } as const;
const outpaced = { status: 500, reason: "BadVersion" } as const;
const concurrent = { status: 409, reason: "Concurrent modification" } as const;

const until =
  (end: number, facts: Partial<AdminErrorFacts>): Weather =>
  (seconds) =>
    seconds < end ? facts : undefined;

/** Time limit in seconds, and how many seconds the call takes; with `fails` until it gives up, at the latest. */
const rows: readonly {
  name: string;
  weather: Weather;
  limit?: number;
  /** Of one try. */
  timeoutMs?: number;
  /** No call of this client has had an answer before. */
  isFirst?: true;
  ends: number;
  fails?: true;
}[] = [
  { name: "waits for a broker that refuses connections", weather: until(100, refused), ends: 100 },
  { name: "waits for one that cuts them", weather: until(100, cut), ends: 100 },
  { name: "waits for one that is not ready", weather: until(100, unready), ends: 100 },
  { name: "waits for one that has too much to do", weather: until(100, busy), ends: 100 },
  {
    name: "waits less where nobody has answered yet, as where the URL is wrong",
    weather: until(500, refused),
    isFirst: true,
    ends: 30,
    fails: true,
  },
  {
    name: "waits for one that is not ready, which is an answer",
    weather: until(100, unready),
    isFirst: true,
    ends: 100,
  },
  {
    name: "waits as long as it may after a first answer of any kind",
    weather: (seconds) => (seconds < 1 ? unready : until(100, refused)(seconds)),
    isFirst: true,
    ends: 100,
  },
  { name: "waits as long as it may", weather: until(500, refused), limit: 600, ends: 500 },
  { name: "waits no longer than it may", weather: until(500, refused), ends: 120, fails: true },
  { name: "waits no longer where it may wait for less", weather: until(20, refused), limit: 15, ends: 15, fails: true },
  {
    name: "waits no longer for a call that itself may take an hour",
    weather: until(500, unready),
    timeoutMs: 3_600_000,
    ends: 120,
    fails: true,
  },
  {
    name: "waits for one that comes back by steps",
    weather: (seconds) => (seconds < 2 ? cut : seconds < 40 ? refused : until(60, unready)(seconds)),
    ends: 60,
  },
  { name: "tries for ten seconds to write what others write", weather: until(8, outpaced), ends: 8 },
  { name: "gives that up", weather: until(30, outpaced), ends: 10, fails: true },
  {
    name: "counts that time for itself",
    weather: (seconds) => (seconds >= 6 && seconds < 40 ? refused : until(46, outpaced)(seconds)),
    ends: 46,
  },
  {
    name: "tries two minutes where writes collide",
    weather: until(300, concurrent),
    limit: 600,
    ends: 120,
    fails: true,
  },
];

describe("provider/pulsar/admin/retry", () => {
  afterEach(() => mock.timers.reset());

  for (const { name, weather, limit = 120, timeoutMs, isFirst, ends, fails } of rows) {
    it(name, async () => {
      mock.timers.enable({ apis: ["Date", "setTimeout"] });
      const { isSuccess, seconds } = await outcome(weather, {
        totalBudgetMs: limit * 1000,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        isFirst: isFirst === true,
      });
      assert.equal(isSuccess, fails !== true);
      // A pause is at most 10 s.
      const [least, most] = fails === true ? [ends - 10, ends] : [ends, ends + 10];
      assert.ok(seconds >= least && seconds <= most, `${seconds} s`);
    });
  }
});

const answer: AdminResponse = { status: 200, contentType: "", text: "", json: () => undefined };
const call = { method: "POST", path: "/x", purpose: "write x", base: "", headers: {} } as const;

async function outcome(
  weather: Weather,
  {
    totalBudgetMs,
    isFirst,
    ...request
  }: { readonly totalBudgetMs: number; readonly timeoutMs?: number; readonly isFirst: boolean },
): Promise<{ readonly isSuccess: boolean; readonly seconds: number }> {
  let isUnderWay = isFirst;
  const next: Send = () => {
    const facts = isUnderWay ? weather(Date.now() / 1000) : undefined;
    if (facts === undefined) return Promise.resolve(answer);
    return Promise.reject(
      new AdminError({ ...call, kind: "status", reason: "", retryable: true, sentence: "it failed.", ...facts }),
    );
  };
  let isSuccess: boolean | undefined;
  let endedAt = 0;
  const end = (success: boolean): void => {
    isSuccess = success;
    endedAt = Date.now() / 1000;
  };
  const settings = { totalBudgetMs, delayFactor: 1 };
  const send = withRetries(next, settings);
  if (!isFirst) await send(call);
  isUnderWay = true;
  void send({ ...call, ...request }).then(
    () => end(true),
    () => end(false),
  );
  for (let step = 0; isSuccess === undefined && step < 10_000; step++) {
    await new Promise(setImmediate);
    mock.timers.tick(100);
  }
  return { isSuccess: isSuccess ?? assert.fail("it never ended"), seconds: endedAt };
}
