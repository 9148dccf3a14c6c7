/** Kind of the topics that clients make by using them. */
export type AutoTopicType = "partitioned" | "non-partitioned";

/** Whether clients make the topics that they name, and which. */
export interface AutoTopicCreationSpec {
  /**
   * Let clients make topics.
   * @example true
   */
  readonly allow: boolean;
  /**
   * Kind of the topics; needed where clients make some.
   * @default none
   * @example "partitioned"
   */
  readonly topicType?: AutoTopicType;
  /**
   * Number of partitions; needed for partitioned topics, and for those alone.
   * @default none
   * @example 4
   * @integer
   */
  readonly defaultNumPartitions?: number;
}
