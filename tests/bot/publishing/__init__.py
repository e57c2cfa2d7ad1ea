"""What changes on disk or in the catalogue is what answers, seconds later."""
