/*
 * A disk that fails on command. Loaded before a program's own libraries (LD_PRELOAD), it stands between the program,
 * SQLite included, and the system, for the files below one folder only. It is the test's own instrument.
 *
 *   FAULT_ROOT     the folder
 *   FAULT_SCENE    a folder around it, of which a copy is made before every step, where copies are asked for
 *   FAULT_COPIES   where they go: <step>-kill as a program that is killed leaves it, <step>-cut as a power cut does:
 *                  what was written since each file's last flush is lost, but for what the seed says had reached the
 *                  disk by itself
 *   FAULT_EVERY    copies are made at every step whose number this divides; 1 where it is not given
 *   FAULT_SEED     a number
 *
 * A step is a call that changes a file or a folder: write, pwrite, ftruncate, fsync, fdatasync, rename, unlink, and the
 * opening of a file that is made by it. A program that knows of the instrument tells it what to do by opening files
 * that are not there:
 *
 *   /fault/<at>/<error>/<stays>   from now on, at the step of that number (0: never) the error ENOSPC, EIO, EPERM or
 *                                 EBUSY, once or (stays = 1) at every step from there on
 *   /fault/count                  puts the number of steps since then into the environment, as FAULT_STEPS
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096

static char root[PATH_MAX];
static size_t root_length;
static long fault_at;
static int fault_stays;
static char fault_error[16];
static const char *scene;
static const char *copies;
static long every = 1;
static unsigned long seed;
static long steps;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread int in_here;

/* What a file held before it was written, so that the write can be taken back. */
struct undo {
  dev_t device;
  ino_t inode;
  char path[PATH_MAX];
  off_t offset;
  size_t length;   /* bytes of `before` */
  off_t size;      /* of the file before */
  char *before;
  struct undo *earlier;
};
static struct undo *newest;

static char *path_of[MOST_FILES];

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT");
  if (!folder) return;
  strncpy(root, folder, sizeof root - 1);
  root_length = strlen(root);
  scene = getenv("FAULT_SCENE");
  copies = getenv("FAULT_COPIES");
  if (getenv("FAULT_EVERY")) every = atol(getenv("FAULT_EVERY"));
  if (getenv("FAULT_SEED")) seed = strtoul(getenv("FAULT_SEED"), NULL, 10);
}

static int is_below(const char *path) {
  return root_length > 0 && path && strncmp(path, root, root_length) == 0;
}

static int is_ours(int file) {
  return file >= 0 && file < MOST_FILES && path_of[file] != NULL;
}

static unsigned long next_random(void) {
  seed = seed * 6364136223846793005UL + 1442695040888963407UL;
  return seed >> 33;
}

/* SQLite's index of its log is memory that it shares between programs, not a file that has to last. */
static int is_shared_memory(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

/* Where a file of the scene stands in a copy of it. */
static void path_in(const char *copy, const char *path, char *into) {
  snprintf(into, PATH_MAX, "%s%s", copy, path + strlen(scene));
}

static void lose_unflushed(const char *copy) {
  for (struct undo *one = newest; one; one = one->earlier) {
    if (next_random() % 3 == 0) continue; /* This one had reached the disk by itself. */
    char path[PATH_MAX];
    path_in(copy, one->path, path);
    int file = REAL(open)(path, O_WRONLY);
    if (file < 0) continue;
    struct stat now;
    if (one->length > 0) REAL(pwrite)(file, one->before, one->length, one->offset);
    if (fstat(file, &now) == 0 && now.st_size > one->size) REAL(ftruncate)(file, one->size);
    REAL(close)(file);
  }
}

static void copy_scene(const char *name, char *copy) {
  char line[3 * PATH_MAX];
  snprintf(copy, PATH_MAX, "%s/%ld-%s", copies, steps, name);
  snprintf(line, sizeof line, "env -u LD_PRELOAD cp -r '%s' '%s'", scene, copy);
  if (system(line) != 0) abort();
}

/* 0 to go on, or the error that this step ends with. */
static int step(void) {
  steps += 1;
  if (copies && steps % every == 0) {
    char copy[PATH_MAX];
    copy_scene("kill", copy);
    copy_scene("cut", copy);
    lose_unflushed(copy);
  }
  if (fault_at == 0 || steps < fault_at || (!fault_stays && steps > fault_at)) return 0;
  if (strcmp(fault_error, "ENOSPC") == 0) return ENOSPC;
  if (strcmp(fault_error, "EIO") == 0) return EIO;
  if (strcmp(fault_error, "EPERM") == 0) return EPERM;
  return EBUSY;
}

static int told(const char *path) {
  if (strncmp(path, "/fault/", 7) != 0) return 0;
  if (strcmp(path + 7, "count") == 0) {
    char number[32];
    snprintf(number, sizeof number, "%ld", steps);
    setenv("FAULT_STEPS", number, 1);
  } else if (sscanf(path + 7, "%ld/%15[A-Z]/%d", &fault_at, fault_error, &fault_stays) == 3) steps = 0;
  return 1;
}

static void remember(int file, off_t offset, size_t length) {
  struct stat now;
  if (fstat(file, &now) != 0) return;
  struct undo *one = calloc(1, sizeof *one);
  if (!one) return;
  one->device = now.st_dev;
  one->inode = now.st_ino;
  one->offset = offset;
  one->size = now.st_size;
  strncpy(one->path, path_of[file], sizeof one->path - 1);
  if (offset < now.st_size) {
    size_t there = (size_t)(now.st_size - offset);
    one->length = there < length ? there : length;
    one->before = malloc(one->length);
    int from = REAL(open)(one->path, O_RDONLY);
    ssize_t got = from < 0 || !one->before ? -1 : REAL(pread)(from, one->before, one->length, offset);
    if (from >= 0) REAL(close)(from);
    one->length = got < 0 ? 0 : (size_t)got;
  }
  one->earlier = newest;
  newest = one;
}

static void forget(int file) {
  struct stat now;
  if (fstat(file, &now) != 0) return;
  struct undo **place = &newest;
  while (*place) {
    struct undo *one = *place;
    if (one->inode == now.st_ino && one->device == now.st_dev) {
      *place = one->earlier;
      free(one->before);
      free(one);
    } else place = &one->earlier;
  }
}

/* A file that was renamed before the power goes is taken back under its new name. */
static void renamed(const char *from, const char *to) {
  for (struct undo *one = newest; one; one = one->earlier)
    if (strcmp(one->path, from) == 0) strncpy(one->path, to, sizeof one->path - 1);
  for (int file = 0; file < MOST_FILES; file += 1)
    if (path_of[file] && strcmp(path_of[file], from) == 0) {
      free(path_of[file]);
      path_of[file] = strdup(to);
    }
}

#define GUARDED(file_is_ours, call)          \
  if (!(file_is_ours) || in_here) return call; \
  pthread_mutex_lock(&lock);                 \
  in_here = 1;                               \
  int failed = step();

#define DONE           \
  in_here = 0;         \
  pthread_mutex_unlock(&lock);

#define FAIL_OR(result_type, before, call) \
  result_type result = -1;                 \
  if (!failed) {                           \
    before;                                \
    result = call;                         \
  }                                        \
  int kept = failed ? failed : errno;      \
  DONE                                     \
  errno = kept;                            \
  return result;

ssize_t write(int file, const void *bytes, size_t length) {
  GUARDED(is_ours(file), REAL(write)(file, bytes, length))
  struct stat now;
  off_t at = lseek(file, 0, SEEK_CUR);
  if ((fcntl(file, F_GETFL) & O_APPEND) && fstat(file, &now) == 0) at = now.st_size;
  FAIL_OR(ssize_t, remember(file, at, length), REAL(write)(file, bytes, length))
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  GUARDED(is_ours(file), REAL(pwrite)(file, bytes, length, offset))
  FAIL_OR(ssize_t, remember(file, offset, length), REAL(pwrite)(file, bytes, length, offset))
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  GUARDED(is_ours(file), REAL(pwrite64)(file, bytes, length, offset))
  FAIL_OR(ssize_t, remember(file, offset, length), REAL(pwrite64)(file, bytes, length, offset))
}

int ftruncate(int file, off_t length) {
  GUARDED(is_ours(file), REAL(ftruncate)(file, length))
  FAIL_OR(int, remember(file, length, SIZE_MAX), REAL(ftruncate)(file, length))
}

int ftruncate64(int file, off64_t length) {
  GUARDED(is_ours(file), REAL(ftruncate64)(file, length))
  FAIL_OR(int, remember(file, length, SIZE_MAX), REAL(ftruncate64)(file, length))
}

int fsync(int file) {
  GUARDED(is_ours(file), REAL(fsync)(file))
  FAIL_OR(int, forget(file), REAL(fsync)(file))
}

int fdatasync(int file) {
  GUARDED(is_ours(file), REAL(fdatasync)(file))
  FAIL_OR(int, forget(file), REAL(fdatasync)(file))
}

int rename(const char *from, const char *to) {
  GUARDED(is_below(from) || is_below(to), REAL(rename)(from, to))
  FAIL_OR(int, renamed(from, to), REAL(rename)(from, to))
}

int unlink(const char *path) {
  GUARDED(is_below(path) && !is_shared_memory(path), REAL(unlink)(path))
  FAIL_OR(int, (void)0, REAL(unlink)(path))
}

static void opened(int file, const char *path) {
  if (file < 0 || file >= MOST_FILES) return;
  free(path_of[file]);
  path_of[file] = is_below(path) && !is_shared_memory(path) ? strdup(path) : NULL;
}

static int makes_file(const char *path, int flags) {
  return is_below(path) && !is_shared_memory(path) && (flags & O_CREAT) && access(path, F_OK) != 0;
}

#define OPEN(name)                                             \
  int name(const char *path, int flags, ...) {                 \
    mode_t mode = 0;                                           \
    if (flags & (O_CREAT | O_TMPFILE)) {                       \
      va_list more;                                            \
      va_start(more, flags);                                   \
      mode = va_arg(more, mode_t);                             \
      va_end(more);                                            \
    }                                                          \
    if (told(path)) {                                          \
      errno = ENOENT;                                          \
      return -1;                                               \
    }                                                          \
    if (in_here || !is_below(path)) {                          \
      int plain = REAL(name)(path, flags, mode);               \
      if (!in_here) opened(plain, path);                       \
      return plain;                                            \
    }                                                          \
    pthread_mutex_lock(&lock);                                 \
    in_here = 1;                                               \
    int failed = makes_file(path, flags) ? step() : 0;         \
    int file = failed ? -1 : REAL(name)(path, flags, mode);    \
    int kept = failed ? failed : errno;                        \
    opened(file, path);                                        \
    in_here = 0;                                               \
    pthread_mutex_unlock(&lock);                               \
    errno = kept;                                              \
    return file;                                               \
  }

OPEN(open)
OPEN(open64)

int close(int file) {
  if (is_ours(file) && !in_here) {
    free(path_of[file]);
    path_of[file] = NULL;
  }
  return REAL(close)(file);
}
