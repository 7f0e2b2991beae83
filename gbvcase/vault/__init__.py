"""One worker's encrypted file, and the small files beside it."""
