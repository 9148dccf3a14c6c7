/**
 * When a clean-up deletes subscriptions: `deleted`, all of them when it is deleted itself; `changed`, those on topics that it does
 * not name any more when it is updated.
 */
export type CleanupTime = "deleted" | "changed";
