import type { CryptoSpec } from "../crypto";
import { jsonText } from "../json-text";
import type { MemberPlan } from "../plan";
import { type Fields, filled, unlessZero } from "./fields";

/** End-to-end encryption; undefined where none is stated. The keys are files of Secrets, which the settings of the class name. */
export function cryptoSpec({ runtime }: MemberPlan, spec: CryptoSpec | undefined): Fields | undefined {
  if (spec === undefined) return undefined;
  // Python reads the settings as JSON even where there are none. Over a text that is not, it goes on in the clear.
  const config = spec.cryptoKeyReaderConfig ?? (runtime === "python" ? {} : undefined);
  return filled({
    cryptoKeyReaderClassName: spec.cryptoKeyReaderClassName,
    cryptoKeyReaderConfig: config === undefined ? undefined : jsonText(config),
    producerEncryptionKeyName: spec.encryptionKeys,
    producerCryptoFailureAction: unlessZero(spec.producerCryptoFailureAction, "FAIL"),
    consumerCryptoFailureAction: unlessZero(spec.consumerCryptoFailureAction, "FAIL"),
  });
}
