"""`/privacy` and `/forget-me`."""
