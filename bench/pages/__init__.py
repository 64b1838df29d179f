"""Lighthouse on the built site: `make bench-pages`."""
