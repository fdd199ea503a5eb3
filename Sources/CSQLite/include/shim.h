#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast, which Swift cannot import; and binding a null pointer would bind
// NULL where an empty value is meant.
int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count);
int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count);

// sqlite3_db_config is variadic. Sets one on/off option and gives the state it is in afterwards.
int csqlite_configure(sqlite3 *database, int option, int isOn, int *isOnNow);

// Gives SQL the function row_sum(...): FNV-1a of 64 bits over the type, the length and the bytes of
// each value. Stored rows carry its results, so it never changes. In C, for a callback per row and
// value would be all that is seen of Swift.
int csqlite_add_row_sum(sqlite3 *database);
