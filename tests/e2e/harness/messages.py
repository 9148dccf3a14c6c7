"""Sends or receives texts: messages.py URL TOKEN send TOPIC TEXT... | messages.py URL TOKEN receive TOPIC SUBSCRIPTION COUNT SECONDS"""

import json
import sys
import time

import pulsar

url, token, action, topic, *rest = sys.argv[1:]
quiet = pulsar.ConsoleLogger(pulsar.LoggerLevel.Error)
authentication = pulsar.AuthenticationToken(token) if token else None
client = pulsar.Client(url, authentication=authentication, logger=quiet, operation_timeout_seconds=20)
if action == "send":
    producer = client.create_producer(topic)
    for text in rest:
        producer.send(text.encode())
else:
    subscription, count, seconds = rest[0], int(rest[1]), float(rest[2])
    consumer = client.subscribe(topic, subscription, initial_position=pulsar.InitialPosition.Earliest)
    received, deadline = [], time.time() + seconds
    while len(received) < count and time.time() < deadline:
        try:
            message = consumer.receive(500)
        except pulsar.Timeout:
            continue
        received.append(message.data().decode())
        consumer.acknowledge(message)
    print(json.dumps(received))
client.close()
