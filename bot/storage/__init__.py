"""The contents of documents, by their digests, in a folder or wherever else fsspec reaches."""
