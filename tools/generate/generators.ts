import { type Generator } from "./generator";
import { kubernetesTypes } from "./kubernetes-types";
import { rulesPage } from "./rules-page";
import { schema } from "./schema";
import { sdks } from "./sdk";

/** Every generator, each after those whose output it reads. */
export const generators: readonly Generator[] = [kubernetesTypes, schema, sdks, rulesPage];
