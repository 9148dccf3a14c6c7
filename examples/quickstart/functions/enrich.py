from pulsar import Function


class Enrich(Function):
    """Says of each line how long it is."""

    def process(self, input, context):
        return f"{input} ({len(input)} {context.get_user_config_value('unit')})"
