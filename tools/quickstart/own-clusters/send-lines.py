"""Sends texts to a topic: send-lines.py SERVICE_URL TOPIC JSON, which is a list of texts."""

import json
import sys

import pulsar

url, topic, texts = sys.argv[1:]
quiet = pulsar.ConsoleLogger(pulsar.LoggerLevel.Error)
client = pulsar.Client(url, logger=quiet, operation_timeout_seconds=30)
producer = client.create_producer(topic)
for text in json.loads(texts):
    producer.send(text.encode())
client.close()
