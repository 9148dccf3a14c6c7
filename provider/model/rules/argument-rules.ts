import type { Rule } from "./rule";

/**
 * What is checked by the layer that knows language hosts, files, resource options and the resources of Pulsar, for the most part where
 * arguments are read, before there is a mesh to check. They stand here so that all codes are in one list.
 */
export const argumentRules: readonly Omit<Rule, "check">[] = [
  {
    code: "FM057",
    severity: "error",
    inManifests: "error",
    title: "Pulsar takes what is stated of tenants, namespaces and topics",
    description:
      "Policies have values that brokers accept, alone and together, and keep: a retention is more than a backlog quota, a topic that is not persistent and has no partitions keeps no policies, and no more partitions are asked for than `partitionLimit`. The same holds for the resources of the module `pulsar`.",
  },
  {
    code: "FM080",
    severity: "error",
    also: "warning",
    inManifests: "error",
    title: "Arguments have the form of the schema",
    description:
      "Every argument exists, has the type that the reference states, and is given where it has no default. What decides which resources exist (keys of maps, names of clusters, kinds of members) is known before the update. Booleans are written `true` and `false`: the command line reads `yes` as kubectl does, where a program has a text (warning).",
  },
  {
    code: "FM081",
    severity: "error",
    inManifests: "error",
    title: "Local code can be read",
    description:
      "`python.code` is a FileAsset or a StringAsset. A relative path is meant from the program's directory; when the plugin was attached to rather than started by Pulumi, use an absolute path.",
  },
  {
    code: "FM082",
    severity: "error",
    inManifests: "error",
    title: "Each Kubernetes cluster can be reached",
    description:
      "An entry of `kubernetes` has a kubeconfig. Only a mesh with a single Kubernetes cluster may leave it out, and then uses the kubernetes provider in the component's options; the ambient kubeconfig is never used. A provider cannot be asked for a `uid`, nor left behind. A cluster with `abandon: true` needs no kubeconfig that can be read. A paused member that a HorizontalPodAutoscaler scales needs a kubeconfig: the one who brings it to 0 and back has to look into the cluster.",
  },
  {
    code: "FM083",
    severity: "error",
    inManifests: "error",
    title: "Files are YAML",
    description:
      "A file for the command line can be read, and holds YAML (or JSON) as kubectl reads it: `0644` is a file mode, `yes` is true. A key stands once in its map, whole numbers beyond 2^53 are written as texts, there are no tags of your own, and at least one document is there. A file holds one mesh at most, since a mesh is called like its file.",
  },
  {
    code: "FM084",
    severity: "error",
    inManifests: "error",
    title: "Each file of many is rendered, or told why not",
    description:
      "`render --batch` goes on to the next file whatever happens. What it tells under this code is a fault of the program, not of the file: please report it.",
  },
];
