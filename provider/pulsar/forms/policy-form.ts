import { type Field } from "../resource/field";

/** The value of a policy: how it is checked and compared, and how Pulsar writes it. */
export interface PolicyForm extends Field {
  /** Ours to Pulsar's. */
  readonly encode?: (value: unknown) => unknown;
  /** Pulsar's to ours, only of what is set; `undefined` for what means the same as not set. */
  readonly decode?: (body: unknown) => unknown;
}

export const encoded = (form: PolicyForm, value: unknown): unknown => (form.encode ?? same)(value);

/** `undefined` where the policy is not set. */
export const decoded = (form: PolicyForm, body: unknown): unknown =>
  body === undefined || body === null ? undefined : (form.decode ?? same)(body);

const same = (value: unknown): unknown => value;
