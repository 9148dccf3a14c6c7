/** What Pulsar can allow a role: to write and to read messages, and to run functions, sources, sinks and packages. */
export type PermissionAction = "produce" | "consume" | "functions" | "sources" | "sinks" | "packages";
