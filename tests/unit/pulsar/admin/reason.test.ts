import assert from "node:assert/strict";
import { reasonOf } from "../../../../provider/pulsar/admin/reason";

describe("provider/pulsar/admin/reason", () => {
  const rows = [
    {
      name: "JSON",
      type: "application/json",
      text: '{"reason":"Tenant does not exist"}',
      want: ["Tenant does not exist", true],
    },
    { name: "JSON with an empty reason", type: "application/json", text: '{"reason":""}', want: ["", true] },
    {
      name: "JSON of the HTTP server",
      type: "application/json",
      text: '{\n"url":"/admin/v2/tenants/t",\n"status":"401",\n"message":"Failed to authenticate",\n"servlet":"x"\n}',
      want: ["Failed to authenticate", false],
    },
    {
      name: "JSON of the HTTP server, written as for a page",
      type: "application/json",
      text: '{"message":"not under the &apos;FULL&apos; strategy: \\n{ &quot;type&quot; }","status":"409"}',
      want: ["not under the 'FULL' strategy:", false],
    },
    { name: "JSON that says nothing", type: "application/json", text: '{"status":"401"}', want: ["", false] },
    { name: "a list", type: "application/json", text: "[]", want: ["[]", false] },
    {
      name: "a stack trace",
      type: "application/json",
      text: JSON.stringify({
        reason:
          "\n --- An unexpected error occurred in the server ---\n\nMessage: it broke\n\nStacktrace:\n\njava.lang.X: it broke\n\tat org.Y",
      }),
      want: ["it broke", true],
    },
    {
      name: "HTML",
      type: "text/html",
      text: "<html><title>Error 422</title><tr><th>MESSAGE:</th><td>bad &apos;x&apos; &lt;y&gt;</td></tr></html>",
      want: ["bad 'x' <y>", false],
    },
    {
      name: "HTML with a title only",
      type: "text/html",
      text: "<html><title>Error 401 Unauthorized</title></html>",
      want: ["Error 401 Unauthorized", false],
    },
    {
      name: "text",
      type: "text/plain",
      text: "Unrecognized token 'x'\n at [Source: y]",
      want: ["Unrecognized token 'x'", false],
    },
    {
      name: "text labelled JSON",
      type: "application/json",
      text: "The request entity cannot be empty.",
      want: ["The request entity cannot be empty.", false],
    },
    { name: "nothing", type: "", text: "", want: ["", false] },
  ];
  for (const { name, type, text, want } of rows) {
    it(`reads ${name}`, () => {
      const found = reasonOf({ status: 400, contentType: type, text, json: () => undefined });
      assert.deepEqual([found.text, found.fromPulsar], want);
    });
  }
});
