import { member, testRule, unknown } from "./broken-meshes";

const sidecarWith = (probes: object) => member({ pod: { sidecars: [{ name: "proxy", image: "proxy:1", ...probes }] } });
const at = "FM070 functions.f.pod.sidecars[0]";
const tcpSocket = { port: 1 };

testRule("FM070", [
  {
    name: "a probe that looks in two ways",
    spec: member({ pod: { startupProbe: { exec: {}, tcpSocket: { port: 1 }, periodSeconds: -1 } } }),
    want: ["FM070 functions.f.pod.startupProbe", "FM070 functions.f.pod.startupProbe.periodSeconds"],
  },
  {
    name: "two good answers",
    spec: member({ pod: { liveness: { periodSeconds: 5, successThreshold: 2 } } }),
    want: ["FM070 functions.f.pod.liveness.successThreshold"],
  },
  { name: "no look at all", spec: member({ pod: { liveness: { successThreshold: 2 } } }), want: [] },

  {
    name: "a probe that looks in no way",
    spec: member({ pod: { startupProbe: { periodSeconds: 1 } } }),
    want: ["FM070 functions.f.pod.startupProbe"],
  },
  {
    name: "two good answers of a container that is ready",
    spec: sidecarWith({ readinessProbe: { tcpSocket, successThreshold: 2 } }),
    want: [],
  },
  {
    name: "two good answers of a container that is restarted",
    spec: sidecarWith({ startupProbe: { tcpSocket, successThreshold: 2 } }),
    want: [`${at}.startupProbe.successThreshold`],
  },
  {
    name: "0, which is Kubernetes' own default",
    spec: sidecarWith({ livenessProbe: { tcpSocket, timeoutSeconds: 0, failureThreshold: 0, successThreshold: 0 } }),
    want: [],
  },
  {
    name: "numbers below 0",
    spec: sidecarWith({
      readinessProbe: {
        grpc: { port: 1 },
        initialDelaySeconds: -1,
        periodSeconds: -1,
        timeoutSeconds: -1,
        successThreshold: -1,
        failureThreshold: -1,
      },
    }),
    want: ["initialDelaySeconds", "periodSeconds", "timeoutSeconds", "successThreshold", "failureThreshold"].map(
      (field) => `${at}.readinessProbe.${field}`,
    ),
  },
  {
    name: "what is not known yet",
    spec: sidecarWith({ livenessProbe: { tcpSocket, successThreshold: unknown, periodSeconds: unknown } }),
    want: [],
  },
]);
