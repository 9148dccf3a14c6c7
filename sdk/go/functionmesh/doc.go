// Apache Pulsar function meshes as Pulumi resources: sources, functions and sinks wired by topics, over several Kubernetes and Pulsar clusters.
package functionmesh
