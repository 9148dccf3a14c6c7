import { mkdirSync } from "node:fs";
import { request } from "undici";
import { obtainPulsar } from "../obtain/pulsar";
import { classArchive } from "./class-archive";
import { freePort, retryWhenPortTaken } from "./free-port";
import { type NodeCluster } from "./node-cluster";
import { forgetBookiesCommand, javaCommand, standaloneCommand } from "./pulsar-command";
import { type PulsarEndpoint, standaloneSettings, writeConfiguration } from "./pulsar-configuration";
import { superuser, tokenAuthority, type TokenAuthority } from "./pulsar-token";
import { type Run } from "./run";
import { closeRun, openRun, startOrClose } from "./started";
import { type StartedProcess } from "./started-process";
import { freeStatePorts, statePortsOfNode } from "./state-storage";
import { waitUntil } from "./wait";

/** A Pulsar standalone. */
export interface PulsarServer {
  readonly clusterName: string;
  readonly adminUrl: string;
  readonly serviceUrl: string;
  readonly directory: string;
  /** Of the process that runs now, or ran last. */
  readonly pid: number;
  /** The superuser's token; only with `auth: "token"`. */
  readonly adminToken?: string;
  /** `bk://…`, for the state of functions; only with `stateStorage`. */
  readonly stateStorageUrl?: string;
  /** A token for any role, good for so many seconds or for ever; only with `auth: "token"`. */
  token(subject: string, seconds?: number): string;
  /** Ends it and deletes its directory. */
  stop(): Promise<void>;
  /** Ends it like a crash (SIGKILL); its data stay for `restart`. */
  kill(): Promise<void>;
  /** Starts it again, after asking it to end if it runs, with the same data and ports. */
  restart(): Promise<void>;
}

export interface PulsarOptions {
  readonly clusterName: string;
  /** New or empty; it is deleted on stop. Logs are in `log/` of it. */
  readonly directory: string;
  /** Listens at the address of that node, where pods reach it; @default 127.0.0.1 with free ports */
  readonly network?: NodeCluster;
  /** With "token" authentication and authorization are on and the superuser is `admin`; @default "none" */
  readonly auth?: "none" | "token";
  /** Whether functions can keep state in it; @default false */
  readonly stateStorage?: boolean;
  /** Settings of standalone.conf over ours. */
  readonly configuration?: Readonly<Record<string, string>>;
}

/** How to start the server of a run, once or again. */
interface Launch {
  readonly run: Run;
  readonly home: string;
  readonly options: PulsarOptions;
  readonly tokens: TokenAuthority | undefined;
}

interface Launched {
  readonly endpoint: PulsarEndpoint;
  readonly process: StartedProcess;
  /** Ends it so that its data, and the class archive, are whole. False when it was killed, before or for taking too long. */
  end(): Promise<boolean>;
  /** Whether ending it in order has a use even when its data are to be deleted. */
  isWorthEnding(): boolean;
}

/** Starts a standalone; it answers when the promise is fulfilled. */
export async function startPulsar(options: PulsarOptions): Promise<PulsarServer> {
  const { home } = await obtainPulsar();
  const run = openRun({ name: options.clusterName, directory: options.directory });
  return startOrClose(run, async () => {
    const tokens = options.auth === "token" ? tokenAuthority(run) : undefined;
    const launch: Launch = { run, home, options, tokens };
    const first = await retryWhenPortTaken(async () => start(launch, await chooseEndpoint(options)));
    return pulsarHandle(launch, first);
  });
}

function pulsarHandle(launch: Launch, first: Launched): PulsarServer {
  const { run, options, tokens } = launch;
  const { address, webPort, binaryPort, statePorts } = first.endpoint;
  let current = first;
  return {
    clusterName: options.clusterName,
    adminUrl: `http://${address}:${webPort}`,
    serviceUrl: `pulsar://${address}:${binaryPort}`,
    directory: options.directory,
    get pid() {
      return current.process.identity.pid;
    },
    ...(tokens === undefined ? {} : { adminToken: tokens.token(superuser) }),
    ...(statePorts === undefined ? {} : { stateStorageUrl: `bk://${address}:${statePorts.storage}` }),
    token: (subject, seconds) => {
      if (tokens === undefined) throw new Error(`${options.clusterName} was started without auth: "token"`);
      return tokens.token(subject, seconds);
    },
    kill: async () => {
      await run.end(current.process, "SIGKILL");
    },
    restart: async () => {
      if (!(await current.end()) && statePorts === undefined)
        await run.command(forgetBookiesCommand(run, { java: javaCommand(), home: launch.home }));
      current = await start(launch, current.endpoint);
    },
    stop: async () => {
      if (current.isWorthEnding()) await current.end();
      await closeRun(run);
    },
  };
}

/** Ports of a node's own address are all free but for other Pulsars there. */
const pulsarsOfNetwork = new WeakMap<NodeCluster, number>();

async function chooseEndpoint({ network, stateStorage = false }: PulsarOptions): Promise<PulsarEndpoint> {
  if (network === undefined) {
    const endpoint = { address: "127.0.0.1", webPort: await freePort(), binaryPort: await freePort() };
    return stateStorage ? { ...endpoint, statePorts: await freeStatePorts() } : endpoint;
  }
  const earlier = pulsarsOfNetwork.get(network) ?? 0;
  pulsarsOfNetwork.set(network, earlier + 1);
  const endpoint = { address: network.address, webPort: 8080 + earlier, binaryPort: 6650 + earlier };
  return stateStorage ? { ...endpoint, statePorts: statePortsOfNode(earlier) } : endpoint;
}

async function start(launch: Launch, endpoint: PulsarEndpoint): Promise<Launched> {
  const { run, home, options, tokens } = launch;
  const { address, webPort, statePorts } = endpoint;
  const java = javaCommand();
  const archive = await classArchive(run, java, home);
  run.assertOpen(); // files written for a run that was closed meanwhile would stay
  const settings = { ...standaloneSettings(run, options.clusterName, endpoint), ...tokens?.settings };
  const configuration = writeConfiguration(run, home, { ...settings, ...options.configuration });
  mkdirSync(run.path("tmp"), { recursive: true });
  const archiveFlags = archive.flags;
  const command = standaloneCommand(run, { java, home, archiveFlags, configuration, address, statePorts });
  const process = run.start("pulsar", options.network?.inNetwork(command) ?? command);
  await waitUntil({
    run,
    server: process,
    what: "Pulsar answered",
    seconds: 180,
    isReady: () => hasSampleNamespace(`http://${address}:${webPort}`, tokens?.token(superuser)),
  });
  return {
    endpoint,
    process,
    isWorthEnding: () => archive.isWanted() && process.ending() === undefined,
    end: async () => {
      if (process.ending() !== undefined) return false;
      const isInTime = await run.end(process, "SIGTERM", archive.isWanted() ? 90 : 20);
      if (isInTime) archive.keep();
      return isInTime;
    },
  };
}

/** The last thing that a standalone makes when it starts. */
async function hasSampleNamespace(adminUrl: string, token: string | undefined): Promise<boolean> {
  const answer = await request(`${adminUrl}/admin/v2/namespaces/public/default`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    headersTimeout: 2000,
    bodyTimeout: 2000,
  });
  await answer.body.dump();
  return answer.statusCode === 200;
}
