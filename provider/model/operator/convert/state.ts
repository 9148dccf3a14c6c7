import type { StatefulSpec } from "../../state";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";

export function convertState(state: ComponentManifest["statefulConfig"]): StatefulSpec | undefined {
  const pulsar = state?.pulsar;
  if (pulsar === undefined) return undefined;
  const provider = pulsar.javaProvider;
  return {
    pulsar: stated({
      serviceUrl: pulsar.serviceUrl ?? "",
      javaProvider:
        provider === undefined ? undefined : stated({ className: provider.className ?? "", config: provider.config }),
    }),
  };
}
