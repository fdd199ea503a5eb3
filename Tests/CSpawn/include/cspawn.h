#ifndef CSPAWN_H
#define CSPAWN_H

#include <spawn.h>

/// Closes every descriptor from the third on in the child; 0 or an error number.
/// Swift does not see the GNU function itself.
int cspawn_close_from_three(posix_spawn_file_actions_t *actions);

#endif
