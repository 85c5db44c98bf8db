"""Coding: what the lexicons propose and a trained encoder reads in the words, judged together."""
