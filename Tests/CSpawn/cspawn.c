#define _GNU_SOURCE
#include "cspawn.h"

#include <spawn.h>

int cspawn_close_from_three(void *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
