// This target is filled by its first type.
