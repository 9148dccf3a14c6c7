import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.common.schema.KeyValue;
import org.apache.pulsar.common.schema.KeyValueEncodingType;

/** Sends a message through each topic with Pulsar's own client, and prints what arrives: URL AVRO_TOPIC JSON_TOPIC KEY_VALUE_TOPIC */
public class ThroughTopics {
  static <T> T through(PulsarClient client, Schema<T> schema, String topic, T value) throws Exception {
    try (var consumer =
            client
                .newConsumer(schema)
                .topic(topic)
                .subscriptionName("reader")
                .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                .subscribe();
        var producer = client.newProducer(schema).topic(topic).create()) {
      producer.send(value);
      Message<T> message = consumer.receive(30, TimeUnit.SECONDS);
      return message.getValue();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Click click = new Click();
    click.page = "home";
    var pairs = Schema.KeyValue(Schema.STRING, Schema.AVRO(Click.class), KeyValueEncodingType.SEPARATED);
    try (var client = PulsarClient.builder().serviceUrl(arguments[0]).operationTimeout(30, TimeUnit.SECONDS).build()) {
      var pair = through(client, pairs, arguments[3], new KeyValue<>("customer", click));
      System.out.println(
          String.join(
              " ",
              List.of(
                  "arrived:",
                  through(client, Schema.AVRO(Click.class), arguments[1], click).page,
                  through(client, Schema.JSON(Click.class), arguments[2], click).page,
                  pair.getKey() + "=" + pair.getValue().page)));
    }
    System.exit(0); // clients leave threads behind
  }
}

class Click {
  public String page;
}
