import { argumentPath } from "../argument-path";
import type { WindowSpec } from "../window";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM051 */
export const windows: Rule = {
  code: "FM051",
  severity: "error",
  inManifests: "error",
  title: "A window has one length, and begins anew within it",
  description:
    "A window is either so many messages or so many milliseconds long; `slidingInterval…` of the same kind says when the next one begins. All of these are more than 0, and an interval longer than the window would leave messages out. With `timestampExtractorClassName` both `maxLagMs` and `watermarkEmitIntervalMs` are stated: the instance has no value of its own for them, and fails at the first message.",
  check: ({ plan }) =>
    plan.members.flatMap((member) =>
      member.kind !== "function" || member.spec.windowConfig === undefined
        ? []
        : windowFindings(member.spec.windowConfig, argumentPath(member.path, "windowConfig")),
    ),
};

const lengths = [
  { length: "windowLengthCount", interval: "slidingIntervalCount" },
  { length: "windowLengthDurationMs", interval: "slidingIntervalDurationMs" },
] as const satisfies readonly { length: keyof WindowSpec; interval: keyof WindowSpec }[];

const onlyWithTimes = ["maxLagMs", "watermarkEmitIntervalMs"] as const;

function windowFindings(window: WindowSpec, path: string): readonly Finding[] {
  const timed = window.timestampExtractorClassName === undefined ? [] : onlyWithTimes;
  const positive = [...lengths.flatMap(({ length, interval }) => [length, interval]), ...timed];
  return [
    ...lengthFindings(window, path),
    ...positive.flatMap((field): readonly Finding[] => {
      const value = window[field];
      if (value === undefined || !isKnown(value) || value > 0) return [];
      return [{ path: argumentPath(path, field), message: `is ${value}`, help: "write a number more than 0" }];
    }),
    ...timed.filter((field) => window[field] === undefined).map((field) => missingTime(path, field)),
    ...lengths.flatMap(({ length, interval }) => intervalFindings(window, path, [length, interval])),
  ];
}

function missingTime(path: string, field: keyof WindowSpec): Finding {
  const message = "is missing beside `timestampExtractorClassName`: the instance would fail at the first message";
  return { path: argumentPath(path, field), inManifests: "warning", message, help: "state the milliseconds" };
}

function lengthFindings({ windowLengthCount, windowLengthDurationMs }: WindowSpec, path: string): readonly Finding[] {
  if ((windowLengthCount === undefined) !== (windowLengthDurationMs === undefined)) return [];
  const message = windowLengthCount === undefined ? "has no length" : "has two lengths";
  return [{ path, message, help: "state exactly one of `windowLengthCount` and `windowLengthDurationMs`" }];
}

function intervalFindings(
  window: WindowSpec,
  path: string,
  [length, interval]: readonly [keyof WindowSpec, keyof WindowSpec],
): readonly Finding[] {
  const [longest, step] = [window[length], window[interval]];
  if (step === undefined || !isKnown(step)) return [];
  const at = argumentPath(path, interval);
  if (longest === undefined) {
    const help = `state \`${length}\`, or leave the interval out`;
    return [{ path: at, inManifests: "warning", message: `has no effect without \`${length}\``, help }];
  }
  if (!isKnown(longest) || step <= longest) return [];
  const message = `is ${step}, longer than the window of ${longest}: messages in between would be left out`;
  return [{ path: at, inManifests: "warning", message, help: `write at most ${longest}` }];
}
