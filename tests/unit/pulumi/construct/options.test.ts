import assert from "node:assert/strict";
import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { dependsOnOf } from "../../../../provider/pulumi/construct/options";

describe("dependsOnOf", () => {
  it("leaves out what only arguments come from, of which the engine tells together", () => {
    const request = new ConstructRequest();
    request.setDependenciesList(["urn:kubeconfig", "urn:namespace", "urn:token"]);
    const ofInput = new ConstructRequest.PropertyDependencies();
    ofInput.setUrnsList(["urn:token"]);
    request.getInputdependenciesMap().set("pulsar", ofInput);
    const given = [{ path: "kubernetes.east.kubeconfig", urns: ["urn:kubeconfig"] }];
    assert.deepEqual(dependsOnOf(request, given), ["urn:namespace"]);
    assert.deepEqual(dependsOnOf(new ConstructRequest(), given), []);
  });
});
