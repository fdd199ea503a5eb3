#ifndef CSPAWN_H
#define CSPAWN_H

#include <stddef.h>

/// Closes every descriptor from the third on in the child; 0 or an error number.
/// Swift does not see the GNU function itself. Takes a posix_spawn_file_actions_t: were it named here, the compiler
/// would say now of this module and now of Glibc that it declares it.
int cspawn_close_from_three(void *actions);

/// Opens a pseudo-terminal and writes the name of its other end; -1 if there is none.
/// Swift sees none of the calls that this takes.
int cspawn_open_terminal(char *name, size_t room);

/// How often some bytes stand in others. memmem, which Swift does not see.
size_t cspawn_occurrences(const void *needle, size_t length, const void *bytes, size_t count);

#endif
