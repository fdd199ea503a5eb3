#pragma once

// A disk that fails when it is told to, for files whose path contains a given text. Every other file
// goes through untouched, so tests may run beside each other.

/// Puts the failing disk in front of SQLite's own, for every database opened from here on.
int cfault_register(void);

/// From the write number `after` on, counted from 0, every write, truncation and sync of a file
/// whose path contains `part` fails with `code`.
void cfault_arm(const char *part, int after, int code);

/// Heals the disk, and returns how many writes there were since it was armed.
int cfault_heal(void);
