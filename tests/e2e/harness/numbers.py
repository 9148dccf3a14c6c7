"""Sends numbers at a rate until standard input ends, or receives them: numbers.py URL TOKEN send TOPIC RATE |
numbers.py URL TOKEN receive TOPIC SUBSCRIPTION COUNT SECONDS | numbers.py URL TOKEN connect TOPIC"""

import json
import sys
import threading
import time

import pulsar

url, token, action, topic, *rest = sys.argv[1:]
quiet = pulsar.ConsoleLogger(pulsar.LoggerLevel.Error)
authentication = pulsar.AuthenticationToken(token) if token else None
client = pulsar.Client(url, authentication=authentication, logger=quiet, operation_timeout_seconds=20)
if action == "send":
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    producer = client.create_producer(topic, block_if_queue_full=True, batching_max_publish_delay_ms=5)
    refused = []
    start, sent = time.monotonic(), 0
    while not ended.is_set():
        while sent < (time.monotonic() - start) * float(rest[0]):
            producer.send_async(str(sent).encode(), lambda result, _: result == pulsar.Result.Ok or refused.append(result))
            sent += 1
        ended.wait(0.005)
    producer.flush()
    if refused:
        sys.exit(f"{len(refused)} of {sent} messages were refused: {refused[0]}")
    print(sent)
elif action == "receive":
    subscription, count, seconds = rest[0], int(rest[1]), float(rest[2])
    consumer = client.subscribe(topic, subscription, initial_position=pulsar.InitialPosition.Earliest)
    received, deadline = {}, time.monotonic() + seconds
    while len(received) < count and time.monotonic() < deadline:
        try:
            message = consumer.receive(500)
        except pulsar.Timeout:
            continue
        text = message.data().decode()
        received[text] = received.get(text, 0) + 1
        consumer.acknowledge(message)
    print(json.dumps(received))
else:
    client.create_producer(topic)
client.close()
