/** What a member reads. */
export interface InputSpec {
  /**
   * Topics to read: short names are completed with the member's tenant and namespace. Topics stated here are created with
   * the mesh unless `topics` calls them external; a name computed by another resource belongs to that resource.
   * @plain list
   */
  readonly topics: readonly string[];
  /**
   * Java class of the messages, as the instance program needs it. It also decides the schema of the topics.
   * @default "java.lang.String" for functions and sinks in Java, bytes for Python
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
}

/** What a member writes. */
export interface OutputSpec {
  /** Topic to write to: a short name is completed with the member's tenant and namespace. Created with the mesh unless `topics` calls it external. */
  readonly topic: string;
  /**
   * Java class of the messages. It also decides the schema of the topic.
   * @default "java.lang.String" for functions in Java, bytes otherwise
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
}
