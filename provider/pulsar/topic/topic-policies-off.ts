import { AdminError } from "../admin/error";

/** A broker without topic-level policies refuses even to read them. */
export const isSwitchedOff = (error: unknown): error is AdminError =>
  error instanceof AdminError && error.status === 405 && /topic level polic/i.test(error.reason);
