import type { Rule } from "../../rules/rule";
import type { Component } from "../component";

/** What a rule found. */
export interface OperatorFinding {
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

/** A rule about what only operator manifests have; what they share with our own arguments is checked by the rules of meshes. */
export interface OperatorRule extends Omit<Rule, "check"> {
  readonly check: (component: Component) => readonly OperatorFinding[];
}
