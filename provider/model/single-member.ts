import type { FunctionSpec } from "./function";
import type { MeshClustersSpec } from "./mesh";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";

/** A mesh of one function, which reads topics, runs your code on each message and writes the results to a topic. */
export interface SingleFunctionSpec extends MeshClustersSpec, FunctionSpec {}

/** A mesh of one source: a connector that brings messages from outside into a topic. */
export interface SingleSourceSpec extends MeshClustersSpec, SourceSpec {}

/** A mesh of one sink: a connector that carries messages from topics to the outside. */
export interface SingleSinkSpec extends MeshClustersSpec, SinkSpec {}
