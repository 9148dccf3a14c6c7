import pulumi
import pulumi_function_mesh as fm

config = pulumi.Config()

mesh = fm.FunctionMesh(
    "quickstart",
    pulsar={"local": {"admin_url": config.require("adminUrl"), "service_url": config.require("serviceUrl")}},
    kubernetes={
        "local": {"kubeconfig": config.require("kubeconfig"), "namespace": config.require("kubernetesNamespace")}
    },
    defaults={
        "tenant": "quickstart",
        "namespace": "lines",
        "images": {"java": config.require("javaImage"), "python": config.require("pythonImage")},
        "runner": {
            "connectors": {
                "file": {
                    "path": "/pulsar/connectors/pulsar-io-file-4.0.8.nar",
                    "class_name": "org.apache.pulsar.io.file.FileSource",
                },
                "http": {
                    "path": "/pulsar/connectors/pulsar-io-http-4.0.8.nar",
                    "class_name": "org.apache.pulsar.io.http.HttpSink",
                },
            }
        },
    },
    tenants={"quickstart": {}},
    namespaces={"quickstart/lines": {"retention": {"minutes": 60, "size": "64Mi"}}},
    sources={
        # Reads the lines of the files in a directory, once; the directory is a ConfigMap that exists already.
        "files": {
            "connector": "builtin://file",
            "config": {"inputDirectory": "/lines", "keepFile": True, "pollingInterval": 86400000},
            "pod": {"volumes": [{"name": "lines", "config_map": {"name": "lines"}}]},
            "volume_mounts": [{"name": "lines", "mount_path": "/lines/lines.txt", "sub_path": "lines.txt"}],
            "output": {"topic": "lines"},
        }
    },
    functions={
        "enrich": {
            "python": {"code": pulumi.FileAsset("../quickstart/functions/enrich.py")},
            "class_name": "enrich.Enrich",
            "config": {"unit": "characters"},
            "input": {"topics": ["lines"]},
            "output": {"topic": "enriched"},
        },
        "exclaim": {
            "java": {"jar": "/pulsar/examples/api-examples.jar"},
            "class_name": "org.apache.pulsar.functions.api.examples.ExclamationFunction",
            "input": {"topics": ["enriched"]},
            "output": {"topic": "exclaimed"},
        },
    },
    sinks={
        "web": {
            "connector": "builtin://http",
            "config": {"url": config.require("resultsUrl")},
            "input": {
                "topics": ["exclaimed"],
                "type_class_name": "org.apache.pulsar.client.api.schema.GenericObject",
            },
        }
    },
)

pulumi.export("members", mesh.members)
pulumi.export("topics", mesh.topics)
pulumi.export("diagram", mesh.diagram)
