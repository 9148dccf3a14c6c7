import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Run } from "./run";
import { type StateStoragePorts } from "./state-storage";

export interface PulsarEndpoint {
  readonly address: string;
  readonly webPort: number;
  readonly binaryPort: number;
  /** Only with state storage. */
  readonly statePorts?: StateStoragePorts;
}

/** Writes `conf/standalone.conf` of a run and returns its path: the distribution's file with our settings in it. */
export function writeConfiguration(run: Run, home: string, settings: Readonly<Record<string, string>>): string {
  const file = run.path("conf", "standalone.conf");
  mkdirSync(run.path("conf"), { recursive: true });
  cpSync(join(home, "conf", "functions_worker.yml"), run.path("conf", "functions_worker.yml"));
  writeFileSync(file, replaceSettings(readFileSync(join(home, "conf", "standalone.conf"), "utf8"), settings));
  return file;
}

/** Where a key occurs more than once the last one wins, so every old line goes before ours are added. */
function replaceSettings(text: string, settings: Readonly<Record<string, string>>): string {
  const isReplaced = (line: string): boolean => Object.hasOwn(settings, /^[\w.]+(?==)/.exec(line)?.[0] ?? "");
  const kept = text.split("\n").filter((line) => !isReplaced(line));
  const added = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return [...kept, ...added, ""].join("\n");
}

/** A broker with one bookie that leaves out what tests do not need and is sparing with memory. */
export function standaloneSettings(
  run: Run,
  clusterName: string,
  endpoint: PulsarEndpoint,
): Readonly<Record<string, string>> {
  return {
    clusterName,
    bindAddress: endpoint.address,
    advertisedAddress: endpoint.address,
    webServicePort: String(endpoint.webPort),
    brokerServicePort: String(endpoint.binaryPort),
    // There is one bookie.
    managedLedgerDefaultEnsembleSize: "1",
    managedLedgerDefaultWriteQuorum: "1",
    managedLedgerDefaultAckQuorum: "1",
    // Without these `force` is refused with 405, unlike on most production clusters.
    forceDeleteNamespaceAllowed: "true",
    forceDeleteTenantAllowed: "true",
    enablePackagesManagement: "true",
    packagesManagementStorageProvider:
      "org.apache.pulsar.packages.management.storage.filesystem.FileSystemPackagesStorageProvider",
    STORAGE_PATH: run.path("packages"),
    systemTopicEnabled: "true",
    topicLevelPoliciesEnabled: "true",
    defaultNumberOfNamespaceBundles: "4",
    journalSyncData: "false",
    dbStorage_writeCacheMaxSizeMb: "32",
    dbStorage_readAheadCacheMaxSizeMb: "16",
    dbStorage_rocksDB_blockCacheSize: "8388608",
    managedLedgerCacheSizeMB: "32",
    numIOThreads: "2",
    numHttpServerThreads: "8",
    bookkeeperClientNumWorkerThreads: "1",
    allowLoopback: "true",
    listeningInterface: "lo",
    // A nearly full disk would make the bookie read-only and every test time out.
    diskUsageThreshold: "0.99",
    diskUsageWarnThreshold: "0.98",
  };
}
