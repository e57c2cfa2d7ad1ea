"""The real `verbatim` as a process, beside a pretended Discord on 127.0.0.1."""
