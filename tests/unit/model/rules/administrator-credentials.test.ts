import type { MemberSpec } from "../../../../provider/model/member";
import type { PulsarClusterSpec } from "../../../../provider/model/pulsar-cluster";
import { around, secret, testRule, two, withPulsar } from "./broken-meshes";

/** A member in the east whose package comes from the west. */
const packaged = (
  west: Partial<PulsarClusterSpec>,
  parts: Partial<MemberSpec> & { readonly jarLocation?: string } = {},
) => {
  const { jarLocation = "function://public/default/score@1", ...more } = parts;
  const java = { jar: "/pulsar/score.jar", jarLocation };
  return around(
    { java, packageCluster: "west", ...more },
    {
      ...two,
      kubernetes: { east: {} },
      pulsar: { ...two.pulsar, west: { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4", ...west } },
    },
  );
};

testRule("FM061", [
  {
    name: "members with the administrator's credential",
    spec: withPulsar({ auth: { token: secret } }),
    want: ["FM061? pulsar.east.instanceAuth"],
  },
  {
    name: "a package with the administrator's credential",
    spec: packaged({ auth: { token: secret } }),
    want: ["FM061? pulsar.west.instanceAuth"],
  },
  {
    name: "the same for a member with a credential of its own, which is for its own cluster",
    spec: packaged({ auth: { token: secret } }, { instanceAuth: { token: secret } }),
    want: ["FM061? pulsar.west.instanceAuth"],
  },
  {
    name: "a package with a credential for members",
    spec: packaged({ auth: { token: secret }, instanceAuth: { token: secret } }),
    want: [],
  },
  {
    name: "a package with a credential that pods cannot use",
    spec: packaged({ auth: { tokenFile: "/x" } }),
    want: ["FM073 pulsar.west.auth.tokenFile"],
  },
]);
