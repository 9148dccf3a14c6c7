import type { Change } from "../../model/changes/change";
import { topicText } from "../../model/changes/member-words";
import type { Component } from "../../model/operator/component";
import { manifestField, manifestPath } from "../../model/operator/manifest-paths";

/** A change between manifests of the operator, at the field that they have. */
export interface ManifestChange extends Change {
  /** What the path is a path of: `function/enrich`, `function/streaming/enrich` where namespaces share that key, or `BackendConfig`. */
  readonly component?: string;
}

/** The components of two files by their keys; those of the later one count. */
export const componentsOf = (
  before: readonly Component[],
  after: readonly Component[],
): ReadonlyMap<string, Component> => new Map([...before, ...after].map((component) => [component.key, component]));

/** A change as manifests spell what it concerns, where they are what is compared. */
export function inManifests(change: Change, components: ReadonlyMap<string, Component>): ManifestChange {
  if (components.size === 0) return change;
  const place = placeOf(change.path, components);
  const fields = change.fields?.map((field) => ({
    ...field,
    path: placeOf(field.path, components)?.path ?? field.path,
  }));
  // A topic stands in no field of its own: it comes to be by being named.
  const path = change.path.startsWith("topics") && change.topic !== undefined ? topicText(change.topic) : change.path;
  return {
    ...change,
    ...(place === undefined ? { path } : { component: place.component, path: place.path }),
    text: (change.fields ?? []).reduce((text, field) => renamed(text, placeOf(field.path, components)), change.text),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** The line of it: `function/k: spec.image: rolls …`, without the path where all of the component is meant. */
export function manifestLine({ component, path, text }: ManifestChange): string {
  if (component === undefined) return `${path}: ${text}`;
  return /^spec(?:\.\w+\[\d+\])?$/.test(path) ? `${component}: ${text}` : `${component}: ${path}: ${text}`;
}

interface Place {
  readonly component: string;
  readonly path: string;
  /** What sentences call the field, and what manifests call it. */
  readonly words: readonly [own: string, manifests: string];
}

function placeOf(path: string, components: ReadonlyMap<string, Component>): Place | undefined {
  if (path === "defaults" || path.startsWith("defaults.")) {
    const inSpec = path.replace("defaults", "spec");
    return { component: "BackendConfig", path: inSpec, words: [path, inSpec] };
  }
  const component = componentAt(path, components);
  if (component === undefined) return undefined;
  const rest = path.slice(component.key.length);
  return {
    component: component.key,
    path: manifestPath(component, rest),
    words: [rest.slice(1), manifestField(component, rest).slice(1)],
  };
}

/** Names of components may hold full stops, as paths do: the longest one is meant. */
function componentAt(path: string, components: ReadonlyMap<string, Component>): Component | undefined {
  const ends = [...path.matchAll(/[.[]|$/g)].map(({ index }) => index);
  return ends
    .reverse()
    .map((end) => components.get(path.slice(0, end)))
    .find((component) => component !== undefined);
}

/** A sentence names a field before it says what became of it. */
function renamed(text: string, place: Place | undefined): string {
  const [own, manifests] = place?.words ?? ["", ""];
  if (own === manifests) return text;
  return ["changed", "is stated", "is left out", "is the same", "follows from", "from the"].reduce(
    (said, what) => said.replace(` ${own} ${what}`, ` ${manifests} ${what}`),
    text,
  );
}
