import { type Fields } from "./field";
import { oneOf, wholeNumber } from "./field-checks";
import { type OwnershipArgs } from "./ownership";

/** The rows that every resource shares. */
export const ownershipFields = {
  onExisting: { default: "adoptIfEqual", check: oneOf("adoptIfEqual", "adopt", "refuse") },
  onDelete: { default: "delete", check: oneOf("delete", "retain", "force") },
  deleteWaitSeconds: { default: 90, check: wholeNumber(0, 86_400) },
} as const satisfies Fields<OwnershipArgs>;
