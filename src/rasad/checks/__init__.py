"""Where a source contradicts itself, the calendar or stable facts."""
