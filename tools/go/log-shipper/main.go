// A stand-in for tests, in place of the image that publishes log lines beside an instance, which no registry here has. It
// reads the environment that image reads, follows the log files of the instance, and sends each line to the log topic, with
// the pod's name as a property. It knows tokens only, and not the form that the real one gives to its messages.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/apache/pulsar-client-go/pulsar"
)

const (
	logFiles    = "/pulsar/logs/functions/*.log"
	tokenPlugin = "org.apache.pulsar.client.impl.auth.AuthenticationToken"
)

func main() {
	ended, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if err := run(ended); err != nil && !errors.Is(err, context.Canceled) {
		log.Fatal(err)
	}
}

func run(until context.Context) error {
	client, err := connect()
	if err != nil {
		return err
	}
	defer client.Close()
	producer, err := client.CreateProducer(pulsar.ProducerOptions{Topic: os.Getenv("logTopic")})
	if err != nil {
		return err
	}
	defer producer.Close()
	return ship(until, producer)
}

func connect() (pulsar.Client, error) {
	options := pulsar.ClientOptions{URL: os.Getenv("brokerServiceURL")}
	switch plugin := os.Getenv("clientAuthenticationPlugin"); plugin {
	case "":
	case tokenPlugin:
		token, isToken := strings.CutPrefix(os.Getenv("clientAuthenticationParameters"), "token:")
		if !isToken {
			return nil, errors.New("clientAuthenticationParameters does not begin with token:")
		}
		options.Authentication = pulsar.NewAuthenticationToken(token)
	default:
		return nil, fmt.Errorf("this stand-in does not know the plugin %s", plugin)
	}
	return pulsar.NewClient(options)
}

// ship looks for new lines until it is told to end.
func ship(until context.Context, producer pulsar.Producer) error {
	offsets := map[string]int64{}
	for {
		names, err := filepath.Glob(logFiles)
		if err != nil {
			return err
		}
		for _, name := range names {
			lines, offset, err := linesFrom(name, offsets[name])
			if err != nil {
				return err
			}
			if err := send(until, producer, lines); err != nil {
				return err
			}
			offsets[name] = offset
		}
		select {
		case <-until.Done():
			return nil
		case <-time.After(200 * time.Millisecond):
		}
	}
}

func send(until context.Context, producer pulsar.Producer, lines [][]byte) error {
	properties := map[string]string{"pod": os.Getenv("POD_NAME")}
	for _, line := range lines {
		if _, err := producer.Send(until, &pulsar.ProducerMessage{Payload: line, Properties: properties}); err != nil {
			return err
		}
	}
	return nil
}

// linesFrom reads the whole lines behind the offset, and tells where the next one begins. A file that became shorter was
// exchanged for a new one.
func linesFrom(name string, offset int64) ([][]byte, int64, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	about, err := file.Stat()
	if err != nil {
		return nil, 0, err
	}
	if about.Size() < offset {
		offset = 0
	}
	text, err := io.ReadAll(io.NewSectionReader(file, offset, about.Size()-offset))
	if err != nil {
		return nil, 0, err
	}
	end := bytes.LastIndexByte(text, '\n') + 1
	if end == 0 {
		return nil, offset, nil
	}
	return bytes.Split(text[:end-1], []byte("\n")), offset + int64(end), nil
}
