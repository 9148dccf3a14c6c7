import type { CryptoSpec } from "../crypto";
import { jsonText } from "../json-text";
import { type Fields, filled, unlessZero } from "./fields";

/** End-to-end encryption. The keys are files of Secrets, which the settings of the class name. */
export const cryptoSpec = (spec: CryptoSpec): Fields =>
  filled({
    cryptoKeyReaderClassName: spec.cryptoKeyReaderClassName,
    cryptoKeyReaderConfig: spec.cryptoKeyReaderConfig === undefined ? undefined : jsonText(spec.cryptoKeyReaderConfig),
    producerEncryptionKeyName: spec.encryptionKeys,
    producerCryptoFailureAction: unlessZero(spec.producerCryptoFailureAction, "FAIL"),
    consumerCryptoFailureAction: unlessZero(spec.consumerCryptoFailureAction, "FAIL"),
  });
