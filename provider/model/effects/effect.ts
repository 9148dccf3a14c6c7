/**
 * What a change of a field does to the instances that run. From the least to the most, by what of the running member is left:
 * everything; all instances that stay; the workload and its place in the stream, with new instances; the workload alone; nothing.
 * The effect of several changes is the greatest of them.
 */
export const effects = ["none", "scale", "roll", "drain", "replace"] as const;

export type Effect = (typeof effects)[number];

export const greatest = (some: readonly Effect[]): Effect =>
  effects[Math.max(0, ...some.map((effect) => effects.indexOf(effect)))] ?? "none";

/**
 * The effects of what is in a field, by name; in a map or a list `*` stands for each entry. `(stated)` is the effect of stating the
 * whole where it was left out, and the reverse, where that is not the effect of what is in it; `(entry)` that of an entry that comes
 * or goes; `(changed)` that of another value where there was one.
 */
export interface EffectTree {
  readonly [field: string]: Effect | EffectTree;
}

/** A table with each field of a type: one that is forgotten does not compile. */
export type EffectsOf<Spec> = Readonly<Record<keyof Spec, Effect | EffectTree>>;

/** The effects of a map or a list: of an entry that comes or goes, and of what is in one. */
export const entries = (comesOrGoes: Effect, within: Effect | EffectTree): EffectTree => ({
  "(entry)": comesOrGoes,
  "*": within,
});

/** A value that reaches instances as a file, which they read again; that there is one stands on their command line. */
export const file: EffectTree = { "(stated)": "roll", "(changed)": "none" };
