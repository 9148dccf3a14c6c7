import type { YamlDocument } from "../../model/yaml-text";

/** A document of an input file. */
export interface InputDocument extends YamlDocument {
  readonly file: string;
}
