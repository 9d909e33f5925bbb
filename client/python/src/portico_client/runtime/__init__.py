"""What every generated client stands on: connections, retries, tokens, streams, values."""
