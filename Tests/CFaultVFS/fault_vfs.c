#include "fault_vfs.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// The real file follows in the same allocation.
typedef struct {
  sqlite3_file base;
  const char *path;
} FaultFile;

static sqlite3_vfs *disk;
static sqlite3_vfs fault_vfs;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char armed_part[256];
static int writes, first_failure, failure;

// What was done to the disk, in order, while it was recorded.
static char recorded_part[256];
static struct cfault_step *steps;
static int step_count, step_room;

// Takes down one step; the path and the bytes are copied.
static void record(int kind, const char *path, sqlite3_int64 offset, const void *bytes, int count) {
  pthread_mutex_lock(&lock);
  if (recorded_part[0] && (!path || strstr(path, recorded_part))) {
    if (step_count == step_room) {
      step_room = step_room ? step_room * 2 : 1024;
      steps = realloc(steps, sizeof *steps * (size_t)step_room);
      if (!steps) abort();
    }
    struct cfault_step *step = &steps[step_count++];
    step->kind = kind;
    step->isLog = path && strstr(path, "-wal") != NULL;
    step->offset = offset;
    step->count = count;
    step->bytes = NULL;
    if (bytes) {
      step->bytes = malloc((size_t)count);
      if (!step->bytes) abort();
      memcpy(step->bytes, bytes, (size_t)count);
    }
  }
  pthread_mutex_unlock(&lock);
}

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((FaultFile *)file + 1); }

// Says what the next write to this file comes to.
static int next_write(sqlite3_file *file) {
  const char *path = ((FaultFile *)file)->path;
  int result = SQLITE_OK;
  pthread_mutex_lock(&lock);
  if (failure && path && strstr(path, armed_part) && writes++ >= first_failure) result = failure;
  pthread_mutex_unlock(&lock);
  return result;
}

static int fault_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
  int result = next_write(f);
  if (!result) record(CFAULT_WRITE, ((FaultFile *)f)->path, offset, bytes, count);
  return result ? result : real(f)->pMethods->xWrite(real(f), bytes, count, offset);
}

static int fault_truncate(sqlite3_file *f, sqlite3_int64 size) {
  int result = next_write(f);
  if (!result) record(CFAULT_TRUNCATE, ((FaultFile *)f)->path, size, NULL, 0);
  return result ? result : real(f)->pMethods->xTruncate(real(f), size);
}

static int fault_sync(sqlite3_file *f, int flags) {
  int result = next_write(f);
  if (!result) record(CFAULT_SYNC, ((FaultFile *)f)->path, 0, NULL, 0);
  return result ? result : real(f)->pMethods->xSync(real(f), flags);
}

static int fault_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }
static int fault_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 offset) {
  return real(f)->pMethods->xRead(real(f), bytes, count, offset);
}
static int fault_size(sqlite3_file *f, sqlite3_int64 *size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
static int fault_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int fault_unlock(sqlite3_file *f, int level) {
  return real(f)->pMethods->xUnlock(real(f), level);
}
static int fault_reserved(sqlite3_file *f, int *out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
static int fault_control(sqlite3_file *f, int op, void *argument) {
  return real(f)->pMethods->xFileControl(real(f), op, argument);
}
static int fault_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int fault_traits(sqlite3_file *f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
static int fault_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
static int fault_shm_lock(sqlite3_file *f, int offset, int count, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
}
static void fault_shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int fault_shm_unmap(sqlite3_file *f, int del) {
  return real(f)->pMethods->xShmUnmap(real(f), del);
}

static const sqlite3_io_methods methods = {
    2,           fault_close,   fault_read,    fault_write,    fault_truncate, fault_sync,
    fault_size,  fault_lock,    fault_unlock,  fault_reserved, fault_control,  fault_sector,
    fault_traits, fault_shm_map, fault_shm_lock, fault_shm_barrier, fault_shm_unmap,
};

static int fault_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags,
                      int *out) {
  (void)vfs;
  ((FaultFile *)file)->path = name;
  int result = disk->xOpen(disk, name, real(file), flags, out);
  file->pMethods = real(file)->pMethods ? &methods : NULL;
  return result;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync_folder) {
  (void)vfs;
  record(CFAULT_DELETE, name, sync_folder, NULL, 0);
  return disk->xDelete(disk, name, sync_folder);
}

int cfault_register(void) {
  int result = SQLITE_OK;
  pthread_mutex_lock(&lock);
  if (!disk) {
    disk = sqlite3_vfs_find(NULL);
    fault_vfs = *disk;
    fault_vfs.zName = "fault";
    fault_vfs.szOsFile = (int)sizeof(FaultFile) + disk->szOsFile;
    fault_vfs.xOpen = fault_open;
    fault_vfs.xDelete = fault_delete;
    fault_vfs.pNext = NULL;
    result = sqlite3_vfs_register(&fault_vfs, 1);
  }
  pthread_mutex_unlock(&lock);
  return result;
}

void cfault_arm(const char *part, int after, int code) {
  pthread_mutex_lock(&lock);
  strncpy(armed_part, part, sizeof armed_part - 1);
  writes = 0;
  first_failure = after;
  failure = code;
  pthread_mutex_unlock(&lock);
}

int cfault_heal(void) {
  pthread_mutex_lock(&lock);
  failure = 0;
  int count = writes;
  pthread_mutex_unlock(&lock);
  return count;
}

void cfault_record(const char *part) {
  pthread_mutex_lock(&lock);
  for (int i = 0; i < step_count; i++) free(steps[i].bytes);
  step_count = 0;
  strncpy(recorded_part, part, sizeof recorded_part - 1);
  pthread_mutex_unlock(&lock);
}

void cfault_acknowledge(int number) { record(CFAULT_ACKNOWLEDGED, NULL, number, NULL, 0); }

int cfault_recorded(const struct cfault_step **out) {
  pthread_mutex_lock(&lock);
  recorded_part[0] = 0;
  *out = steps;
  int count = step_count;
  pthread_mutex_unlock(&lock);
  return count;
}
