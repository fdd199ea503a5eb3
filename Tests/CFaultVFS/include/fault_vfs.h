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

/// What was done to a file, or that a save was acknowledged.
enum { CFAULT_WRITE, CFAULT_TRUNCATE, CFAULT_SYNC, CFAULT_ACKNOWLEDGED, CFAULT_DELETE };

/// One step of a recording; `offset` is the size of a truncation, the number of a save, and whether a
/// deletion waits until the folder is on the disk.
struct cfault_step {
  int kind;
  int isLog;
  long long offset;
  int count;
  unsigned char *bytes;
};

/// Begins to record what is done to files whose path contains `part`; forgets the last recording.
void cfault_record(const char *part);

/// Takes down that the save with this number has returned.
void cfault_acknowledge(int number);

/// Ends the recording, lends its steps until the next one begins, and returns how many there are.
int cfault_recorded(const struct cfault_step **steps);
