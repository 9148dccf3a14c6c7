import { subjects } from "../../fields/subjects";
import { describeMemberFields } from "./describe-member-fields";

const { python, golang, generic } = subjects;

/** Counts as 10 tests. */
describe("fields of functions in other languages", () => describeMemberFields({ python, golang, generic }));
