#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

void cprocess_hide_memory(void) {
  struct rlimit none = {0, 0};
  // Neither can fail with these arguments.
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // Else the system names the program "exe" once it began again.
  prctl(PR_SET_NAME, "fieldtui", 0, 0, 0);
}

int cprocess_begin_again(char *const *words, char *const *environment, int descriptor) {
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return -1;
  if (descriptor > 2) fcntl(descriptor, F_SETFD, 0);
  // A thread that works for others blocks most signals, and the next program would go on doing so.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // By this name it is there even when the package was replaced meanwhile.
  return execve("/proc/self/exe", words, environment);
}
