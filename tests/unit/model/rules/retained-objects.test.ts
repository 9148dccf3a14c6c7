import { around, testRule } from "./broken-meshes";

const kept = { onDelete: "retain" } as const;
const topics = { "persistent://shop/web/in": kept };

testRule("FM038", [
  {
    name: "a topic that stays in a namespace that goes, and which others may be in",
    spec: around({}, { topics, namespaces: { "shop/web": {} } }),
    want: ['FM038? topics["persistent://shop/web/in"].onDelete'],
  },
  {
    name: "a topic that stays in a namespace that goes with all that is in it",
    spec: around({}, { topics, namespaces: { "shop/web": { onDelete: "force" } } }),
    want: ['FM038? topics["persistent://shop/web/in"].onDelete'],
  },
  {
    name: "a namespace that stays in a tenant that goes",
    spec: around({}, { topics, namespaces: { "shop/web": kept }, tenants: { shop: {} } }),
    want: ['FM038? namespaces["shop/web"].onDelete'],
  },
  {
    name: "a topic, its namespace and its tenant that all stay",
    spec: around({}, { topics, namespaces: { "shop/web": kept }, tenants: { shop: kept } }),
    want: [],
  },
  {
    name: "what is others', in what goes with all that is in it",
    spec: around(
      {},
      {
        topics: { "persistent://shop/web/in": { external: true } },
        namespaces: { "shop/web": { onDelete: "force" }, "shop/else": { external: true } },
        tenants: { shop: { onDelete: "force" } },
      },
    ),
    want: ['FM038? namespaces["shop/else"].external', 'FM038? topics["persistent://shop/web/in"].external'],
  },
  {
    name: "a topic of others in a namespace that goes only when it is empty",
    spec: around({}, { topics: { "persistent://shop/web/in": { external: true } }, namespaces: { "shop/web": {} } }),
    want: [],
  },
  {
    name: "a topic in a namespace of others, said so or not",
    spec: around({}, { topics: { ...topics, "persistent://a/b/c": kept }, namespaces: { "a/b": { external: true } } }),
    want: [],
  },
]);
