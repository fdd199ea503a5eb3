#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast, which Swift cannot import; and binding a null pointer would bind
// NULL where an empty value is meant.
int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count);
int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count);

// sqlite3_db_config is variadic. Sets one on/off option and gives the state it is in afterwards.
int csqlite_configure(sqlite3 *database, int option, int isOn, int *isOnNow);
