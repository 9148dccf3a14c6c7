/**
 * A kubeconfig that leads nowhere, for a cluster that is left behind and whose own cannot be read any more: without any the kubernetes
 * plugin would take the ambient one. A connection to its server is refused at once.
 */
export const nowhereKubeconfig = (context = "abandoned"): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "abandoned", cluster: { server: "https://127.0.0.1:1" } }],
    users: [{ name: "abandoned", user: {} }],
    contexts: [{ name: context, context: { cluster: "abandoned", user: "abandoned" } }],
    "current-context": context,
  });
