import { subjects } from "../../fields/subjects";
import { describeMemberFields } from "./describe-member-fields";

/** Counts as 15 tests. */
describe("fields of a function in Python", () => describeMemberFields("python", subjects.python, ["python.code"]));
describe("fields of a function in Go", () => describeMemberFields("golang", subjects.golang, ["golang.go"]));
describe("fields of a generic function", () =>
  describeMemberFields("generic", subjects.generic, ["genericRuntime.language"]));
