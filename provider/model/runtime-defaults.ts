import type { ResourceRequirements } from "./kubernetes-types";
import type { MemberPlan } from "./plan";

interface RuntimeDefaults {
  /** Empty: the program itself has to state one. */
  readonly image: string;
  readonly resources: ResourceRequirements;
}

/**
 * What a member runs with when nothing is stated. An idle Java instance takes 210 MB and an idle Python instance 55 MB; the
 * limit matters for Java, whose heap is a share of it and would be a share of the whole node without one.
 */
export const runtimeDefaults: Readonly<Record<MemberPlan["runtime"], RuntimeDefaults>> = {
  java: {
    image: "apachepulsar/pulsar:4.0.8",
    resources: { requests: { cpu: "100m", memory: "512Mi" }, limits: { memory: "1Gi" } },
  },
  python: {
    image: "apachepulsar/pulsar:4.0.8",
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } },
  },
  golang: { image: "", resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "256Mi" } } },
  generic: { image: "", resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } } },
};
