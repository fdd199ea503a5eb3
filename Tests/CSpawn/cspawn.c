#define _GNU_SOURCE
#include "cspawn.h"

int cspawn_close_from_three(posix_spawn_file_actions_t *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
