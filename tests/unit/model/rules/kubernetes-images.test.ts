import { around, member, testRule, unknown } from "./broken-meshes";

const digest = `sha256:${"0".repeat(64)}`;

testRule("FM070", [
  ...["UPPER/::x", "Upper", "a b", " a", "a:", "a@sha256:0", "a//b", "/a", "https://a/b", "a:b:c", "-a", "a_-b"].map(
    (image) => ({ name: `the image ${image}`, spec: member({ image }), want: ["FM070 functions.f.image"] }),
  ),
  ...[
    "a",
    "a/b",
    "a.b/c:1.0_x-y",
    "localhost:5000/a/b__c--d",
    "UPPER/x",
    "[::1]:5000/a",
    `a@${digest}`,
    `registry.example.org:443/a/b:1@${digest}`,
    unknown,
  ].map((image) => ({ name: `the image ${image}`, spec: member({ image }), want: [] })),
  {
    name: "images of containers beside the instance",
    spec: member({
      pod: { sidecars: [{ name: "a", image: "A" }], initContainers: [{ name: "b", image: "b:" }] },
    }),
    want: ["FM070 functions.f.pod.initContainers[0].image", "FM070 functions.f.pod.sidecars[0].image"],
  },
  {
    name: "images of the defaults",
    spec: around({ image: "a" }, { defaults: { images: { java: "a", python: "A", generic: "b c" } } }),
    want: ["FM070 defaults.images.python", "FM070 defaults.images.generic"],
  },
  { name: "an image with a blank", spec: member({ image: "a b" }), want: ["FM070 functions.f.image"] },
]);
