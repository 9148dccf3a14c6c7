import { freePort } from "./free-port";
import { type Run } from "./run";

/** Where the parts listen that only a standalone with state storage has. */
export interface StateStoragePorts {
  readonly zookeeper: number;
  readonly bookie: number;
  readonly storage: number;
}

/** Ports of a node's own address are all free but for other Pulsars there, which have the numbers below `offset`. */
export const statePortsOfNode = (offset: number): StateStoragePorts => ({
  zookeeper: 2181 + offset,
  bookie: 3181 + offset,
  storage: 4181 + offset,
});

export const freeStatePorts = async (): Promise<StateStoragePorts> => ({
  zookeeper: await freePort(),
  bookie: await freePort(),
  storage: await freePort(),
});

/** A standalone has BookKeeper's table service only when its metadata are in ZooKeeper; it starts one in itself. */
export const stateStorageEnvironment = ["env", "PULSAR_STANDALONE_USE_ZOOKEEPER=1"] as const;

export const stateStorageFlags = (run: Run, ports: StateStoragePorts): readonly string[] => [
  ...["--zookeeper-dir", run.path("zookeeper"), "--zookeeper-port", String(ports.zookeeper)],
  ...["--bookkeeper-port", String(ports.bookie), "--stream-storage-port", String(ports.storage)],
];
