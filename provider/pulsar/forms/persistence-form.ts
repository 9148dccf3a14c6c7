import { type PersistenceSpec } from "../../model/persistence";
import { numberOf, recordOf } from "../resource/decode";
import { wholeNumber } from "../resource/field-checks";
import { type Field } from "../resource/field";
import { recordForm } from "./record-form";

const copies = { required: true, check: wholeNumber(1, 5) };

const notNegative: Field["check"] = (value, path, show) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0
    ? []
    : [{ property: path, reason: `${show(value)} is not a number, 0 or more.` }];

/** A copy needs a bookie, and an acknowledgement needs a copy. */
const quorums: Field["check"] = (value, path, show) => {
  const given = recordOf(value);
  const [ensemble = 0, write = 0, ack = 0] = [
    given["bookkeeperEnsemble"],
    given["bookkeeperWriteQuorum"],
    given["bookkeeperAckQuorum"],
  ].map((item) => numberOf(item) ?? 0);
  if (ensemble >= write && write >= ack) return [];
  const reason = `bookkeeperEnsemble ${show(ensemble)}, bookkeeperWriteQuorum ${show(write)} and bookkeeperAckQuorum ${show(ack)} have to fall or stay equal, in this order: lower the later ones.`;
  return [{ property: path, reason }];
};

export const persistenceForm = recordForm<PersistenceSpec>(
  {
    bookkeeperEnsemble: { key: "bookkeeperEnsemble", ...copies },
    bookkeeperWriteQuorum: { key: "bookkeeperWriteQuorum", ...copies },
    bookkeeperAckQuorum: { key: "bookkeeperAckQuorum", ...copies },
    managedLedgerMaxMarkDeleteRate: { key: "managedLedgerMaxMarkDeleteRate", default: 0, check: notNegative },
  },
  quorums,
);
