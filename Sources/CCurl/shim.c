#include "shim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

#define FUNCTIONS(each)                                                                    \
  each(global_init) each(easy_init) each(easy_cleanup) each(easy_reset) each(easy_setopt)  \
  each(easy_getinfo) each(easy_perform) each(slist_append) each(slist_free_all) each(url)  \
  each(url_cleanup) each(url_set) each(url_get) each(free)

static struct {
#define field(name) __typeof__(curl_##name) *name;
  FUNCTIONS(field)
} library;

static bool is_loaded;

static void load(void) {
  void *file = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!file) return;
  bool all = true;
#define find(name) all = (*(void **)&library.name = dlsym(file, "curl_" #name)) && all;
  FUNCTIONS(find)
  is_loaded = all;
}

bool ccurl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

// With CURLOPT_NOSIGNAL libcurl leaves SIGPIPE alone, and OpenSSL writes without MSG_NOSIGNAL: a
// centre that hangs up would end the program.
CURLcode ccurl_start(void) {
  if (!ccurl_load()) return CURLE_FAILED_INIT;
  signal(SIGPIPE, SIG_IGN);
  return library.global_init(CURL_GLOBAL_DEFAULT);
}

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_body(CURL *handle, const void *bytes, curl_off_t count) {
  CURLcode code = library.easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
  return code ? code : library.easy_setopt(handle, CURLOPT_POSTFIELDS, bytes);
}

CURLcode ccurl_on_body(CURL *handle, ccurl_take take, void *context) {
  CURLcode code = library.easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  return code ? code : library.easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

CURLcode ccurl_on_header(CURL *handle, ccurl_take take, void *context) {
  CURLcode code = library.easy_setopt(handle, CURLOPT_HEADERFUNCTION, take);
  return code ? code : library.easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

CURLcode ccurl_on_progress(CURL *handle, ccurl_watch watch, void *context) {
  CURLcode code = library.easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  if (!code) code = library.easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
  return code ? code : library.easy_setopt(handle, CURLOPT_XFERINFODATA, context);
}

long ccurl_status(CURL *handle) {
  long status = 0;
  return library.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

CURL *ccurl_open(void) { return library.easy_init(); }
void ccurl_close(CURL *handle) { library.easy_cleanup(handle); }
void ccurl_reset(CURL *handle) { library.easy_reset(handle); }
CURLcode ccurl_perform(CURL *handle) { return library.easy_perform(handle); }

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *line) {
  return library.slist_append(list, line);
}

void ccurl_list_free(struct curl_slist *list) { library.slist_free_all(list); }

CURLU *ccurl_url(void) { return ccurl_load() ? library.url() : NULL; }
void ccurl_url_free(CURLU *url) { library.url_cleanup(url); }

CURLUcode ccurl_url_set(CURLU *url, const char *text, unsigned int flags) {
  return library.url_set(url, CURLUPART_URL, text, flags);
}

char *ccurl_url_part(CURLU *url, CURLUPart part) {
  char *text = NULL;
  return library.url_get(url, part, &text, 0) == CURLUE_OK ? text : NULL;
}

void ccurl_free(char *text) { library.free(text); }
