import { subjects } from "../../fields/subjects";
import { describeMemberFields } from "./describe-member-fields";

/** Counts as 40 tests. */
describe("fields of a function in Java", () => describeMemberFields({ java: subjects.java }));
