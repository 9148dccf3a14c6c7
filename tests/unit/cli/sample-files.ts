/** A function of the operator's, in a file. */
export const manifest = (name: string, more = ""): string => `apiVersion: compute.functionmesh.io/v1alpha1
kind: Function
metadata: { name: ${name} }
spec:
  className: com.acme.Score
  image: registry.acme.test/score:1
  java: { jar: /pulsar/score.jar }
  input: { topics: [persistent://public/default/in] }
  output: { topic: persistent://public/default/out }
  resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { cpu: 100m, memory: 256Mi } }
  pulsar: { pulsarConfig: east }
${more}`;

/** The arguments of a mesh, connections included. */
export const mesh = (more = ""): string => `pulsar:
  east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" }
kubernetes:
  east: { namespace: streaming }
functions:
  score:
    className: com.acme.Score
    java: { jar: /pulsar/score.jar }
    input: { topics: [in] }
    output: { topic: out }
${more}`;

/** The same without connections. */
export const connectionless = (more = ""): string => mesh(more).slice(mesh().indexOf("functions:"));
