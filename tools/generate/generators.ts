import { type Generator } from "./generator";
import { kubernetesTypes } from "./kubernetes-types";
import { schema } from "./schema";

/** Every generator, each after those whose output it reads. */
export const generators: readonly Generator[] = [kubernetesTypes, schema];
