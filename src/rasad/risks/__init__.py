"""Dangers that an article names, and the mechanisms said to answer them."""
