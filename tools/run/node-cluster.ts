import { type ControlPlane } from "./control-plane";
export interface NodeCluster extends ControlPlane {
  readonly index: number;
  /** 10.199.0.INDEX */
  readonly address: string;
  importImage(tar: string): Promise<void>;
  /** The argv that runs a command inside the cluster's network namespace. */
  inNetwork(command: readonly string[]): readonly string[];
}
