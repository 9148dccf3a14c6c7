import assert from "node:assert/strict";
import { nowhereKubeconfig } from "../../../../provider/pulumi/components/nowhere-kubeconfig";
import { connectKubernetes, withinSeconds } from "../../../../provider/pulumi/resources/kubernetes-connection";

describe("nowhereKubeconfig", () => {
  for (const context of [undefined, "west"])
    it(`leads nowhere, with ${context ?? "no"} context stated`, async () => {
      const { core, server } = await connectKubernetes(nowhereKubeconfig(context), context);
      await assert.rejects(withinSeconds(5, server, core.listNamespace()), /ECONNREFUSED/);
    });
});
