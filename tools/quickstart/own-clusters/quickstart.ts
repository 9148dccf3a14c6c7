import { obtainPulumi } from "../../obtain/pulumi";
import { Project, type ProjectOptions } from "../project";
import { interruptPulumi } from "../pulumi-process";
import { linesOf, type Quickstart, showMesh, startClock } from "../quickstart";
import { update } from "../update";
import type { OwnClusters } from "./given";
import { inheritedFrom, kubectlOf, valuesOf } from "./pulumi-settings";
import { type KubernetesConnection, reachKubernetes, refuseNamespace } from "./reach-kubernetes";
import { reachPulsar, refuseTenant } from "./reach-pulsar";
import { readResults } from "./read-results";
import { both } from "./refusal";
import { sendLines } from "./send-lines";
import { claimStateDirectory, type StateDirectory } from "./state-directory";
import type { Reached } from "./sweep";
import { isDeployed, takeDown } from "./take-down";

const lineCount = 100;

/** On clusters that are there. Nothing is started but pulumi; all that is made is in a namespace and a tenant of its own. */
export class OwnClustersQuickstart implements Quickstart {
  private readonly say = startClock();
  private made: { readonly state: StateDirectory; readonly reached: Reached } | undefined;
  private end: Promise<void> | undefined;

  constructor(private readonly clusters: OwnClusters) {}

  async run(once: boolean): Promise<void> {
    const { clusters, say } = this;
    const [kubernetes, pulsar] = await both(reachKubernetes(clusters), reachPulsar(clusters));
    const reached = { clusters, kubernetes, pulsar };
    say(`both clusters answer: ${kubernetes.server} and ${clusters.adminUrl}`);
    const state = await this.claimState(reached);
    await obtainPulumi();
    say("everything needed is there");
    const project = await Project.create(projectIn(state), valuesOf(clusters));
    say("pulumi up: examples/quickstart; nodes that have not got the images yet pull them first");
    await update(project);
    await this.showResults(kubernetes);
    say("pulumi up again:");
    await update(project, "--expect-no-changes");
    const { adminUrl, kubernetesNamespace, tenant } = clusters;
    const place = { project, directory: state.path, kubernetesNamespace, adminUrl, tenant };
    await showMesh(await project.outputs(), once, async () => ({ ...place, ...kubectlOf(clusters) }));
  }

  cleanUp(): Promise<void> {
    return (this.end ??= this.takeDown());
  }

  /** The directory of the state, after what an earlier run left is down and nobody's namespace or tenant is in the way. */
  private async claimState(reached: Reached): Promise<StateDirectory> {
    const { clusters, kubernetes, pulsar } = reached;
    let state = await claimStateDirectory(clusters, kubernetes.server);
    this.made = { state, reached };
    if (state.hasLeftovers) {
      await this.takeDownLeftovers(state, reached);
      state = await claimStateDirectory(clusters, kubernetes.server);
    }
    await both(refuseNamespace(kubernetes, clusters.kubernetesNamespace), refuseTenant(pulsar, clusters.tenant));
    return state;
  }

  private async takeDownLeftovers(state: StateDirectory, reached: Reached): Promise<void> {
    const project = projectIn(state);
    if (isDeployed(project)) this.say("an earlier run did not come to its end: taking down what it left");
    try {
      await takeDown(project, reached);
    } catch (error) {
      this.made = undefined; // trying the same once more would come to the same
      throw error;
    }
    await state.remove();
  }

  private async showResults(kubernetes: KubernetesConnection): Promise<void> {
    const { adminUrl, tenant } = this.clusters;
    const lines = linesOf(lineCount);
    await sendLines(kubernetes, this.clusters, { topic: `persistent://${tenant}/lines/lines`, lines });
    this.say(`a pod has sent ${lineCount} lines`);
    const topic = `${tenant}/lines/exclaimed`;
    const results = await readResults({ adminUrl, topic }, { count: lineCount, seconds: 120 });
    this.say(`${results.length} of ${lineCount} results, for example ${JSON.stringify(results[0] ?? "")}`);
  }

  private async takeDown(): Promise<void> {
    await interruptPulumi();
    if (this.made === undefined) return;
    const { state, reached } = this.made;
    const project = projectIn(state);
    const hasMade = isDeployed(project);
    if (hasMade) this.say("pulumi destroy");
    try {
      await takeDown(project, reached);
    } catch (error) {
      console.error("not everything is down: the same command takes the rest down before it starts anew");
      throw error;
    }
    await state.remove();
    if (hasMade) this.say("everything is down again; the tools stay in the cache");
  }
}

const projectIn = ({ path }: StateDirectory): ProjectOptions => ({
  example: "quickstart",
  directory: path,
  inherited: inheritedFrom(process.env),
});
