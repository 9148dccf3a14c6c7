import { argumentPath } from "../argument-path";
import type { FunctionPlan } from "../plan";
import type { WindowSpec } from "../window";
import { ofWindows } from "../guarantee";
import { isKnown } from "../unknown";
import { runtimeWords } from "./field-runtimes";
import type { Finding, Rule } from "./rule";

/** FM051 */
export const windows: Rule = {
  code: "FM051",
  severity: "error",
  also: "warning",
  inManifests: "error",
  title: "A window has one length, and begins anew within it",
  description:
    "Only functions in Java have windows. A window is either so many messages or so many milliseconds long; `slidingInterval…` of the same kind says when the next one begins. All of these are more than 0, and an interval longer than the window would leave messages out. So is `watermarkEmitIntervalMs`; `maxLagMs` is not less than 0. In operator manifests a stated `maxLagMs` is more than 0, since the operator refuses 0: leave it out, which means the same. A window acknowledges its messages itself, at least once or at most once: effectively-once it cannot keep, and `manual` means nothing beside it (warning).",
  check: ({ plan }) =>
    plan.members.flatMap((member) =>
      member.kind !== "function" || member.spec.windowConfig === undefined
        ? []
        : [...runtimeFindings(member), ...javaFindings(member, member.spec.windowConfig)],
    ),
};

/** Other instances take no notice of it. */
const runtimeFindings = ({ path, runtime }: FunctionPlan): readonly Finding[] => {
  if (runtime === "java") return [];
  const message = `has no effect for ${runtimeWords[runtime]}`;
  const help = "leave it out; it works for Java";
  return [{ path: argumentPath(path, "windowConfig"), inManifests: "warning", message, help }];
};

/** How it is made matters where it works; the operator looks at it for all runtimes. */
const javaFindings = (member: FunctionPlan, window: WindowSpec): readonly Finding[] =>
  member.runtime !== "java" && member.origin === undefined
    ? []
    : [
        ...windowFindings(window, argumentPath(member.path, "windowConfig")),
        ...timeFindings(member),
        ...guaranteeFindings(member),
      ];

const lengths = [
  { length: "windowLengthCount", interval: "slidingIntervalCount" },
  { length: "windowLengthDurationMs", interval: "slidingIntervalDurationMs" },
] as const satisfies readonly { length: keyof WindowSpec; interval: keyof WindowSpec }[];

function windowFindings(window: WindowSpec, path: string): readonly Finding[] {
  return [
    ...lengthFindings(window, path),
    ...lengths
      .flatMap(({ length, interval }) => [length, interval])
      .flatMap((field) => positiveFindings(window[field], argumentPath(path, field))),
    ...lengths.flatMap(({ length, interval }) => intervalFindings(window, path, [length, interval])),
  ];
}

const positiveFindings = (value: number | undefined, path: string): readonly Finding[] =>
  value === undefined || !isKnown(value) || value > 0
    ? []
    : [{ path, message: `is ${value}`, help: "write a number more than 0" }];

/** Without an extractor of times they have no effect, which is FM075's. */
function timeFindings({ spec: { windowConfig: window = {} }, path, origin }: FunctionPlan): readonly Finding[] {
  if (window.timestampExtractorClassName === undefined) return [];
  const at = (field: keyof WindowSpec): string => argumentPath(path, "windowConfig", field);
  // Pulsar takes 0; the operator does not, although leaving it out comes to the same.
  const isNone = window.maxLagMs === 0 && origin === undefined;
  const help = origin === undefined ? "write 0 or more" : "write more than 0, or leave it out for 0";
  return [
    ...(isNone ? [] : positiveFindings(window.maxLagMs, at("maxLagMs")).map((finding) => ({ ...finding, help }))),
    ...positiveFindings(window.watermarkEmitIntervalMs, at("watermarkEmitIntervalMs")),
  ];
}

/** Of windows in Java: others keep nothing. */
function guaranteeFindings({ spec, path, origin, runtime }: FunctionPlan): readonly Finding[] {
  const stated = spec.processingGuarantee;
  if (stated === undefined || !isKnown(stated) || runtime !== "java") return [];
  const at = argumentPath(path, "processingGuarantee");
  if (stated === "effectively_once") {
    const message =
      "is effectively_once, which a window does not keep: what was in it when an instance failed comes again";
    return [{ path: at, inManifests: "warning", message, help: "state atleast_once, or leave it out" }];
  }
  // Manifests of the operator state it as a matter of course: their windows acknowledge nothing otherwise.
  if (origin !== undefined) return [];
  if (stated === "manual") {
    const message = "is manual, and a window acknowledges its messages itself";
    return [{ path: at, severity: "warning", message, help: "leave it out, or state atleast_once or atmost_once" }];
  }
  const ofWindow = spec.windowConfig?.processingGuarantees;
  if (ofWindow === undefined || !isKnown(ofWindow) || ofWindow === ofWindows[stated]) return [];
  const message = `is ${stated}, and the window is ${ofWindow} by \`windowConfig.processingGuarantees\``;
  return [{ path: at, message, help: "leave one of the two out" }];
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
    // Without any length that is what is wrong.
    if (lengths.every((each) => window[each.length] === undefined)) return [];
    const help = `state \`${length}\`, or leave the interval out`;
    return [{ path: at, inManifests: "warning", message: `has no effect without \`${length}\``, help }];
  }
  if (!isKnown(longest) || step <= longest || Number(longest) <= 0) return [];
  const message = `is ${step}, longer than the window of ${longest}: messages in between would be left out`;
  return [{ path: at, inManifests: "warning", message, help: `write at most ${longest}` }];
}
