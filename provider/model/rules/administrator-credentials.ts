import { argumentPath } from "../argument-path";
import { administratorsHeirs } from "../connection";
import { unusableFindings } from "./credentials";
import type { Finding, Rule } from "./rule";

/** FM061 */
export const administratorCredentials: Rule = {
  code: "FM061",
  severity: "warning",
  inManifests: "warning",
  title: "Members have a credential of their own",
  description:
    "Without `instanceAuth`, members get the credential that Pulumi administers the cluster with, and whoever gets into a pod can administer it too. So do those whose packages come from another cluster (`packageCluster`), for that one.",
  check: ({ plan }) =>
    plan.pulsarClusters.flatMap((cluster): readonly Finding[] => {
      const { key, spec } = cluster;
      // One that pods cannot use is FM073's, and what helps is the same.
      if (spec.auth === undefined || unusableFindings(spec.auth, key).length > 0) return [];
      const users = administratorsHeirs(plan, cluster);
      if (users.length === 0) return [];
      return [
        {
          path: argumentPath("pulsar", key, "instanceAuth"),
          message: `is missing, so ${users.length === 1 ? "a member gets" : `${users.length} members get`} the administrator's credential`,
          help: "state a credential that may only use the members' topics, and read their packages",
        },
      ];
    }),
};
