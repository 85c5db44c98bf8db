"""From a capture to an article: unedited text, its language, title, date, furniture and sentences."""
