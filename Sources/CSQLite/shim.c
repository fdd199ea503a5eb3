#include "shim.h"

int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, count ? text : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_TRANSIENT);
}

int csqlite_configure(sqlite3 *database, int option, int isOn, int *isOnNow) {
  return sqlite3_db_config(database, option, isOn, isOnNow);
}

static sqlite3_uint64 summed(sqlite3_uint64 sum, const unsigned char *bytes, sqlite3_uint64 count) {
  for (sqlite3_uint64 place = 0; place < count; place++) {
    sum = (sum ^ bytes[place]) * 0x100000001B3u;
  }
  return sum;
}

static sqlite3_uint64 summed_number(sqlite3_uint64 sum, sqlite3_uint64 number) {
  unsigned char bytes[8];
  for (int place = 0; place < 8; place++) bytes[place] = (unsigned char)(number >> 8 * place);
  return summed(sum, bytes, sizeof bytes);
}

static void row_sum(sqlite3_context *context, int count, sqlite3_value **values) {
  sqlite3_uint64 sum = 0xCBF29CE484222325u;
  for (int place = 0; place < count; place++) {
    int type = sqlite3_value_type(values[place]);
    sum = summed_number(sum, (sqlite3_uint64)type);
    if (type == SQLITE_INTEGER) {
      sum = summed_number(sum, (sqlite3_uint64)sqlite3_value_int64(values[place]));
    } else if (type != SQLITE_NULL) {
      const unsigned char *bytes = sqlite3_value_blob(values[place]);
      sqlite3_uint64 length = (sqlite3_uint64)sqlite3_value_bytes(values[place]);
      sum = summed(summed_number(sum, length), bytes, bytes ? length : 0);
    }
  }
  sqlite3_result_int64(context, (sqlite3_int64)sum);
}

int csqlite_add_row_sum(sqlite3 *database) {
  int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_function_v2(database, "row_sum", -1, traits, 0, row_sum, 0, 0, 0);
}
