import assert from "node:assert/strict";
import { imagePath } from "../../../provider/model/image-path";
import { placeholder } from "../../../provider/model/unknown";

const unknown = placeholder("unknown", 1);

describe("image-path", () => {
  for (const { path, want } of [
    { path: "/srv/enrich.jar", want: "/srv/enrich.jar" },
    { path: "connectors/x.nar", want: "/pulsar/connectors/x.nar" },
    { path: "./x.jar", want: "/pulsar/x.jar" },
    { path: "x.bin", want: "/pulsar/x.bin" },
    { path: "builtin://file", want: "builtin://file" },
    { path: "", want: "" },
    { path: unknown, want: unknown },
  ]) {
    it(`finds ${JSON.stringify(path)} at ${JSON.stringify(want)}`, () => assert.equal(imagePath(path), want));
  }
});
