import type { Flow } from "./flow";

/** A way by which messages of a member come back to it. */
export interface Round {
  /** Each once, the one that was asked for first. */
  readonly members: readonly number[];
  /** The topic after each of them. */
  readonly topics: readonly number[];
}

interface Step {
  readonly from: number;
  readonly by: number;
}

/** A shortest way from a member through others back to it. One that reads what it writes itself is not on such a way for that. */
export function shortestRound({ graph, inputs }: Flow, start: number): Round | undefined {
  const own = new Set(inputs[start]);
  const steps = new Map<number, Step>();
  const seen = new Set<number>();
  const reached = [start];
  for (const member of reached) {
    const topics = graph[member] ?? [];
    const last = member === start ? undefined : topics.find((topic) => own.has(topic));
    if (last !== undefined) return wayTo(member, last, steps);
    for (const topic of topics) {
      if (seen.has(topic)) continue;
      seen.add(topic);
      for (const reader of graph[topic] ?? []) {
        if (reader === start || steps.has(reader)) continue;
        steps.set(reader, { from: member, by: topic });
        reached.push(reader);
      }
    }
  }
  return undefined;
}

function wayTo(end: number, last: number, steps: ReadonlyMap<number, Step>): Round {
  const members = [end];
  const topics = [last];
  for (let step = steps.get(end); step !== undefined; step = steps.get(step.from)) {
    members.unshift(step.from);
    topics.unshift(step.by);
  }
  return { members, topics };
}
