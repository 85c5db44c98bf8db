"""Who is reported to have said what about whom."""
