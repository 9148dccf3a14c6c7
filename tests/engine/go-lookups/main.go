// Looks up what exists already, run by the real engine; the program is its own language host. Prints the outputs as JSON: lookups DIRECTORY ADMIN_URL TOPIC
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	functionmesh "github.com/function-mesh/pulumi-function-mesh/sdk/go/functionmesh"
	"github.com/function-mesh/pulumi-function-mesh/sdk/go/functionmesh/pulsar"
	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optup"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func program(adminUrl, topic string) pulumi.RunFunc {
	return func(ctx *pulumi.Context) error {
		provider, err := functionmesh.NewProvider(ctx, "east", &functionmesh.ProviderArgs{AdminUrl: pulumi.String(adminUrl)})
		if err != nil {
			return err
		}
		through := pulumi.Provider(provider)
		tenant := pulsar.LookupTenantOutput(ctx, pulsar.LookupTenantOutputArgs{Tenant: pulumi.String("looked")}, through)
		namespace := pulsar.LookupNamespaceOutput(ctx, pulsar.LookupNamespaceOutputArgs{
			Tenant: pulumi.String("looked"), Namespace: pulumi.String("up"),
		}, through)
		found := pulsar.LookupTopicOutput(ctx, pulsar.LookupTopicOutputArgs{Topic: pulumi.String(topic)}, through)
		bare := pulsar.LookupTopicOutput(ctx, pulsar.LookupTopicOutputArgs{
			Topic: pulumi.String(topic), WithPolicies: pulumi.Bool(false),
		}, through)
		subscription := pulsar.LookupSubscriptionOutput(ctx, pulsar.LookupSubscriptionOutputArgs{
			Topic: pulumi.String(topic), Subscription: pulumi.String("reader"),
		}, through)
		ctx.Export("tenant", pulumi.StringArray{tenant.Tenant(), tenant.AdminRoles().Index(pulumi.Int(0)), tenant.Namespaces().Index(pulumi.Int(0))})
		ctx.Export("namespace", pulumi.Map{"name": namespace.FullName(), "ttl": namespace.MessageTtlSeconds(), "properties": namespace.Properties()})
		ctx.Export("topic", pulumi.Map{
			"partitions": found.Partitions(), "producers": found.MaxProducersPerTopic(), "threshold": found.CompactionThreshold(),
			"backlog": found.Subscriptions().MapIndex(pulumi.String("reader")).Backlog(),
		})
		ctx.Export("bare", pulumi.Map{"partitions": bare.Partitions(), "producers": bare.MaxProducersPerTopic()})
		ctx.Export("subscription", pulumi.Map{"properties": subscription.Properties(), "replicated": subscription.Replicated()})
		return nil
	}
}

func run(directory, adminUrl, topic string) error {
	ctx := context.Background()
	stack, err := auto.UpsertStackInlineSource(ctx, "test", "lookups", program(adminUrl, topic), auto.WorkDir(directory))
	if err != nil {
		return err
	}
	result, err := stack.Up(ctx, optup.ErrorProgressStreams(os.Stderr))
	if err != nil {
		return err
	}
	outputs := map[string]any{}
	for name, output := range result.Outputs {
		outputs[name] = output.Value
	}
	return json.NewEncoder(os.Stdout).Encode(outputs)
}

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
