import type * as Pulumi from "@pulumi/pulumi";
import { textForms } from "../../model/text-form";
import { type Placeholder, placeholder, splitAtPlaceholders } from "../../model/unknown";
import type { Leaf } from "../schema/read-arguments";
import { AssetValue } from "../../model/asset-value";
import { Marked, type WireNode } from "../wire/node";
import { outputOf, sdk } from "./sdk";

/**
 * The real values behind the placeholders that the model carries. The model renders with placeholders, then `fill` puts
 * outputs in their place: one unknown value leaves the rest of a manifest readable at preview, and one secret does not hide it.
 */
export class Placeholders {
  private readonly outputs: Pulumi.Output<unknown>[] = [];

  constructor(leaves: readonly Leaf[]) {
    for (const leaf of leaves) this.outputs.push(outputOfLeaf(leaf));
  }

  /** A placeholder for an output of a resource that is being created, such as a generated name. */
  add(output: Pulumi.Output<string>): string {
    this.outputs.push(output);
    return placeholder("unknown", this.outputs.length - 1);
  }

  /** The value with outputs in place of its placeholders. */
  fill(value: unknown): unknown {
    if (typeof value === "string") return this.fillText(value);
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    if (value instanceof AssetValue || typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.fill(member)]));
  }

  /** Like `fill`, for a text. */
  text(value: string): Pulumi.Input<string> {
    const filled = this.fillText(value);
    return typeof filled === "string" ? filled : outputOf(filled).apply(String);
  }

  private fillText(text: string): unknown {
    const pieces = splitAtPlaceholders(text);
    const values = pieces.map((piece) => (typeof piece === "string" ? piece : this.output(piece)));
    if (values.length === 1) return values[0];
    if (values.every((value) => typeof value === "string")) return text;
    return sdk()
      .pulumi.all(values)
      .apply((parts) => parts.map(String).join(""));
  }

  private output({ index, form }: Placeholder): Pulumi.Output<unknown> {
    const output = this.outputs[index];
    if (output === undefined) throw new Error(`there is no placeholder ${index}`);
    return form === undefined ? output : output.apply((value) => textForms[form](String(value)));
  }
}

function outputOfLeaf(leaf: Leaf): Pulumi.Output<unknown> {
  const { Output, DependencyResource } = sdk();
  const resources = leaf.dependencies.map((urn) => new DependencyResource(urn));
  const known = leaf.value !== undefined && isWhollyKnownNode(leaf.value);
  return new Output(
    resources,
    Promise.resolve(known ? plainNode(leaf.value) : undefined),
    Promise.resolve(known),
    // What is not known has nothing to hide yet, and engines stumble over secrets without a value (pulumi preview --json).
    Promise.resolve(known && leaf.secret),
    Promise.resolve(resources),
  );
}

function isWhollyKnownNode(node: WireNode): boolean {
  if (node instanceof Marked) return node.value !== undefined && isWhollyKnownNode(node.value);
  if (Array.isArray(node)) return node.every(isWhollyKnownNode);
  if (node instanceof AssetValue || typeof node !== "object" || node === null) return true;
  return Object.values(node).every(isWhollyKnownNode);
}

function plainNode(node: WireNode | undefined): unknown {
  if (node instanceof Marked) return plainNode(node.value);
  if (Array.isArray(node)) return node.map(plainNode);
  if (node instanceof AssetValue || typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainNode(value)]));
}
