#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <wchar.h>

// The declarations of <thai/thbrk.h> (libthai 0.1.25 and later), which is not needed to build.
typedef struct _ThBrk ThBrk;
typedef ThBrk *(*open_breaker)(const char *dictionary);
typedef int (*find_breaks)(ThBrk *breaker, const wchar_t *text, int places[], size_t most);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ThBrk *breaker;
static find_breaks find;

// Without its dictionary th_brk_new returns NULL; both are then as if not installed.
static void open_library(void) {
  void *library = dlopen("libthai.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  open_breaker open = (open_breaker)dlsym(library, "th_brk_new");
  find = (find_breaks)dlsym(library, "th_brk_wc_find_breaks");
  if (open && find) breaker = open(NULL);
}

int cthai_word_starts(const uint32_t *scalars, int count, int32_t *places, int most) {
  pthread_once(&once, open_library);
  if (!breaker || count < 0) return -1;
  wchar_t *text = malloc(((size_t)count + 1) * sizeof *text);
  if (!text) return -1;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;
  // One breaker keeps state of its own while it looks.
  pthread_mutex_lock(&lock);
  int found = find(breaker, text, places, (size_t)most);
  pthread_mutex_unlock(&lock);
  free(text);
  return found;
}
