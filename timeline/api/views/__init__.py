"""What answers the addresses of the API."""
