import assert from "node:assert/strict";
import { KubernetesCallError, withinSeconds } from "../../../../provider/pulumi/resources/kubernetes-connection";

const forbidden = 'statefulsets.apps "a" is forbidden: User "b" cannot get resource "statefulsets"';

describe("withinSeconds", () => {
  for (const { name, body, want } of [
    { name: "what the API server says", body: JSON.stringify({ message: forbidden }), want: forbidden },
    { name: "the code where a proxy answers", body: "<html>", want: "HTTP-Code: 403" },
    { name: "the code where nothing is said", body: undefined, want: "HTTP-Code: 403" },
  ])
    it(`fails with ${name}`, async () => {
      const { ApiException } = await import("@kubernetes/client-node");
      const error = await withinSeconds(5, "https://east", Promise.reject(new ApiException(403, "", body, {}))).catch(
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof KubernetesCallError);
      assert.deepEqual([error.message, error.status], [`https://east: ${want}`, 403]);
    });

  it("fails with what the code means where the client library hands over nothing else", async () => {
    const { ApiException } = await import("@kubernetes/client-node");
    const refused = Promise.reject(new ApiException(401, "Unauthorized", undefined, {}));
    await assert.rejects(
      withinSeconds(5, "https://east", refused),
      /^Error: https:\/\/east: HTTP-Code: 401 Unauthorized$/,
    );
  });

  it("fails where no answer comes in time", async () => {
    await assert.rejects(withinSeconds(0.01, "https://east", new Promise(() => undefined)), /no answer in 0\.01 s/);
  });
});
