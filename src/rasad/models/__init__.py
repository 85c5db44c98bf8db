"""The encoder and its heads; empty until a model earns its place on gold."""
