import { fieldEffect } from "../../model/effects";
import { effectText } from "./effect-text";
import type { Field } from "./find-field";
import { settingChange } from "./setting-changes";

/** What a change of a field does: to running instances, or to what the mesh owns in Pulsar. */
export function changeText({ path, effectAt }: Field): string | undefined {
  if (effectAt === undefined) return settingChange(path);
  const found = fieldEffect(effectAt.subject, effectAt.path);
  if (found === undefined) return undefined;
  const { effect, isAtMost, stated } = found;
  if (stated !== undefined) {
    return `${effectText[effect]}; where there was none before, or is none after, ${effectText[stated]}`;
  }
  return isAtMost ? `${effectText[effect]}; this at most, since it depends on what of it changes` : effectText[effect];
}
