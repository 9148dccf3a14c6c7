import { secret, withPulsar, testRule } from "./broken-meshes";

testRule("FM061", [
  {
    name: "members with the administrator's credential",
    spec: withPulsar({ auth: { token: secret } }),
    want: ["FM061? pulsar.east.instanceAuth"],
  },
]);
