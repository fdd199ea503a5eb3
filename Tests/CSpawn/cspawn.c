#define _GNU_SOURCE
#include "cspawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>

int cspawn_close_from_three(void *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

int cspawn_open_terminal(char *name, size_t room) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || grantpt(terminal) || unlockpt(terminal) || ptsname_r(terminal, name, room)) return -1;
  return terminal;
}

size_t cspawn_occurrences(const void *needle, size_t length, const void *bytes, size_t count) {
  size_t found = 0;
  const char *end = (const char *)bytes + count;
  for (const char *place = bytes; (place = memmem(place, end - place, needle, length)); place += length) found++;
  return found;
}
