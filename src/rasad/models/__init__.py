"""Models: files that a name asks for, the encoder and trees in them, and how a text is cut for them."""
