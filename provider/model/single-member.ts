import type { FunctionSpec } from "./function";
import type { MeshClustersSpec } from "./mesh";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";

/** A mesh of one function. */
export interface SingleFunctionSpec extends MeshClustersSpec, FunctionSpec {}

/** A mesh of one source. */
export interface SingleSourceSpec extends MeshClustersSpec, SourceSpec {}

/** A mesh of one sink. */
export interface SingleSinkSpec extends MeshClustersSpec, SinkSpec {}
