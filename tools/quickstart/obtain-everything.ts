import { ensureDebianPackages, nodePackages } from "../obtain/debian";
import { obtainImage } from "../obtain/images";
import { obtainKubernetes } from "../obtain/kubernetes";
import { obtainPulsar } from "../obtain/pulsar";
import { obtainPulumi } from "../obtain/pulumi";

/** The two Go builds one after the other, since each uses all cores; downloads and images beside them. */
export async function obtainEverything(): Promise<void> {
  await Promise.all([
    obtainPulumi().then(obtainKubernetes),
    obtainPulsar(),
    ensureDebianPackages(Object.keys(nodePackages), "the quickstart cannot run without a node").then(() =>
      Promise.all([obtainImage("pause"), obtainImage("java"), obtainImage("python")]),
    ),
  ]);
}
