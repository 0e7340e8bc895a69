"""When agreements were signed, how that grew, and how long they last."""
