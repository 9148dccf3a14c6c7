import { around, testRule } from "./broken-meshes";

const jar = "/pulsar/score.jar";
const options = (...javaOpts: readonly string[]) => around({ java: { jar, javaOpts } });
const at = "functions.f.java.javaOpts";

testRule("FM056", [
  { name: "an option each", spec: options("-Xmx256m", "-Da=b c"), want: [], wantInManifests: [] },
  {
    name: "several in one entry",
    spec: options("-Xss1m", "-Xmx256m  -Da=b"),
    want: [`FM056 ${at}[1]`],
    wantInManifests: [],
  },
  {
    name: "what only a shell puts in",
    spec: options("-Da=$(id)", "-Db=`id`", "-Dc=${SHARD_ID%x}", "-Dd=$HOME", "-De='$X'", "-Df=$POD_NAME"),
    want: [],
    wantInManifests: [`FM056? ${at}`, `FM056? ${at}`, `FM056? ${at}`, `FM056? ${at}`],
  },
  {
    name: "variables that the pod has",
    spec: around(
      {
        java: { jar, javaOpts: ["-Da=$A$B$C"] },
        pod: { env: [{ name: "A", value: "" }] },
        secretsMap: { B: { path: "s", key: "k" } },
      },
      { defaults: { env: { C: "" } } },
    ),
    want: [],
    wantInManifests: [],
  },
]);
