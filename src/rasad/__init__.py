"""rasad: reads news in Dari, Persian and Arabic and keeps an evidenced ledger of who did what to whom."""

__version__ = "0.1.0"
