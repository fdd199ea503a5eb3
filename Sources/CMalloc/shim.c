#include "shim.h"

#include <malloc.h>

void cmalloc_keep_little(void) {
  mallopt(M_ARENA_MAX, 1);
  // Above what a large screen takes, which is taken and freed at every key.
  mallopt(M_MMAP_THRESHOLD, 512 * 1024);
  mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
}

void cmalloc_give_back(void) { malloc_trim(0); }
