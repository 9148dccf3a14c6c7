import { subjects } from "../../fields/subjects";
import { describeMemberFields } from "./describe-member-fields";

/** Counts as 30 tests. */
describe("fields of a function in Java", () =>
  describeMemberFields("java", subjects.java, ["instanceAuth.token", "replicas", "image", "input.topics", "name"]));
