/** Where a StatefulSet says whose it is. */
export const ownerAnnotation = "compute.functionmesh.io/owner";
