// A function in Go for tests, in place of Pulsar's own instance program for Go, which no registry has: it reads the same
// configuration, reads all inputs, and writes each message with `userConfig.suffix` behind it.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/apache/pulsar-client-go/pulsar"
)

// conf holds what this program needs of the configuration; unknown keys are those of the real instance.
type conf struct {
	PulsarServiceURL               string                     `json:"pulsarServiceURL"`
	ClientAuthenticationPlugin     string                     `json:"clientAuthenticationPlugin"`
	ClientAuthenticationParameters string                     `json:"clientAuthenticationParameters"`
	InstanceID                     int                        `json:"instanceID"`
	Tenant                         string                     `json:"tenant"`
	NameSpace                      string                     `json:"nameSpace"`
	Name                           string                     `json:"name"`
	MetricsPort                    int                        `json:"metricsPort"`
	SubscriptionName               string                     `json:"subscriptionName"`
	SubscriptionType               int                        `json:"subscriptionType"`
	SourceInputSpecs               map[string]json.RawMessage `json:"sourceInputSpecs"`
	SinkSpecsTopic                 string                     `json:"sinkSpecsTopic"`
	UserConfig                     string                     `json:"userConfig"`
}

func (c conf) fullName() string { return c.Tenant + "/" + c.NameSpace + "/" + c.Name }

var subscriptionTypes = []pulsar.SubscriptionType{pulsar.Shared, pulsar.Failover, pulsar.KeyShared}

func main() {
	text := flag.String("instance-conf", "", "the configuration, JSON text")
	flag.Parse()
	if err := run(*text); err != nil {
		log.Fatal(err)
	}
}

func run(text string) error {
	var c conf
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return fmt.Errorf("the configuration is not JSON: %w", err)
	}
	var config struct{ Suffix string }
	if c.UserConfig != "" {
		if err := json.Unmarshal([]byte(c.UserConfig), &config); err != nil {
			return fmt.Errorf("userConfig is not JSON: %w", err)
		}
	}
	client, err := connect(c)
	if err != nil {
		return err
	}
	defer client.Close()
	properties := map[string]string{
		"application": "pulsar-function", "id": c.fullName(), "instance_id": fmt.Sprint(c.InstanceID),
	}
	producer, err := client.CreateProducer(pulsar.ProducerOptions{Topic: c.SinkSpecsTopic, Properties: properties})
	if err != nil {
		return err
	}
	messages := make(chan pulsar.ConsumerMessage, 100)
	if err := subscribe(client, c, properties, messages); err != nil {
		return err
	}
	// What tells Kubernetes that the instance has started.
	if _, err := net.Listen("tcp", fmt.Sprintf(":%d", c.MetricsPort)); err != nil {
		return err
	}
	ended, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	return process(ended, messages, producer, config.Suffix)
}

func connect(c conf) (pulsar.Client, error) {
	options := pulsar.ClientOptions{URL: c.PulsarServiceURL}
	if c.ClientAuthenticationPlugin != "" {
		path, isFile := strings.CutPrefix(c.ClientAuthenticationParameters, "file://")
		if !isFile {
			return nil, fmt.Errorf("this program reads tokens from files only")
		}
		options.Authentication = pulsar.NewAuthenticationTokenFromFile(path)
	}
	return pulsar.NewClient(options)
}

func subscribe(client pulsar.Client, c conf, properties map[string]string, to chan pulsar.ConsumerMessage) error {
	name := c.SubscriptionName
	if name == "" {
		name = c.fullName()
	}
	for topic := range c.SourceInputSpecs {
		_, err := client.Subscribe(pulsar.ConsumerOptions{
			Topic: topic, SubscriptionName: name, Type: subscriptionTypes[c.SubscriptionType],
			Properties: properties, MessageChannel: to,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func process(until context.Context, from chan pulsar.ConsumerMessage, to pulsar.Producer, suffix string) error {
	for {
		select {
		case <-until.Done():
			return nil
		case message := <-from:
			payload := append(message.Payload(), suffix...)
			if _, err := to.Send(until, &pulsar.ProducerMessage{Payload: payload}); err != nil {
				return err
			}
			if err := message.Ack(message); err != nil {
				return err
			}
		}
	}
}
