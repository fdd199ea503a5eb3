#ifndef CSPAWN_H
#define CSPAWN_H

/// Closes every descriptor from the third on in the child; 0 or an error number.
/// Swift does not see the GNU function itself. Takes a posix_spawn_file_actions_t: were it named here, the compiler
/// would say now of this module and now of Glibc that it declares it.
int cspawn_close_from_three(void *actions);

#endif
