import { type Generator } from "./generator";
import { kubernetesTypes } from "./kubernetes-types";
import { schema } from "./schema";
import { sdks } from "./sdk";

/** Every generator, each after those whose output it reads. */
export const generators: readonly Generator[] = [kubernetesTypes, schema, sdks];
