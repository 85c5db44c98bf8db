"""Names of models, apart from what it takes to load one."""

#: The name that asks for the lexicons alone.
NONE = "none"
#: The model that reads where nothing else is asked for.
DEFAULT = "coder"
