import { subjects } from "../../fields/subjects";
import { describeMemberFields } from "./describe-member-fields";

/** Counts as 20 tests. */
describe("fields of a sink", () => describeMemberFields({ sink: subjects.sink }));
