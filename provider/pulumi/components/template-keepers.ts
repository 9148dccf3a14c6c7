import type * as Pulumi from "@pulumi/pulumi";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import { referencedManifests, workloadManifests } from "../../kubernetes/place-manifests";
import { replacedOnRoll } from "../../model/replaced-on-roll";
import { outputOf, sdk } from "../construct/sdk";
import { contentHash } from "./content-hash";
import type { MeshScope } from "./scope";

/**
 * What makes a new workload of a member that is replaced on roll: it changes with whatever would restart its pods. `target` has the
 * name that stays, since the unique one follows from this. What pods refer to counts by its content: its own name is known only
 * when it is there, and its labels have the unique name.
 */
export function templateKeepers(
  scope: MeshScope,
  target: PlaceObjects,
  code: string | undefined,
): Readonly<Record<string, Pulumi.Input<string>>> {
  const asked = replacedOnRoll(target.member, scope.plan.naming);
  if (asked === undefined || asked === false) return {};
  const isAsked = outputOf(scope.placeholders.fill(asked));
  const hashed = (content: unknown): Pulumi.Output<string> =>
    sdk()
      .pulumi.all([isAsked, outputOf(scope.placeholders.fill(content))])
      .apply(([on, value]) => (on === true ? contentHash(value) : ""));
  const { config, code: text, secrets, tlsDefaults } = referencedManifests(target, code);
  const { statefulSet } = workloadManifests(target, names);
  const told = {
    template: statefulSet.spec.template,
    config: config.data,
    code: text?.data,
    tlsDefaults: tlsDefaults?.data,
  };
  // By itself, so that a secret hides no more than itself.
  return { template: hashed(told), ...(secrets === undefined ? {} : { secrets: hashed(secrets.stringData) }) };
}

const names = {
  config: "config",
  code: "code",
  secrets: "secrets",
  credentials: "credentials",
  tlsDefaults: "tls-defaults",
};
