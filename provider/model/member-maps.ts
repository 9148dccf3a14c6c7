/** The arguments of a mesh that hold its members, by their keys. */
export const memberMaps = ["functions", "sources", "sinks"] as const;
