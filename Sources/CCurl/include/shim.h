#pragma once
#include <curl/curl.h>
#include <stdbool.h>

// libcurl is loaded when it is first needed, and not with the program: with all that it needs itself it is
// thirty libraries, a fifth of the memory and half of the start of an app that is mostly offline. So
// every call goes through here, and what is declared in curl.h must not be called from Swift.

/// Loads libcurl; false when this machine has none. The other functions may be called only after that.
bool ccurl_load(void);

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: one function a
// type of argument. The flags of curl_global_init are macros that Swift does not import either.

/// Loads libcurl and makes it ready; CURLE_FAILED_INIT when there is none.
CURLcode ccurl_start(void);
CURL *ccurl_open(void);
void ccurl_close(CURL *handle);
void ccurl_reset(CURL *handle);
CURLcode ccurl_perform(CURL *handle);
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);

/// The request's body: libcurl reads it where it is, so it must stay there until the transfer ends.
CURLcode ccurl_set_body(CURL *handle, const void *bytes, curl_off_t count);

typedef size_t (*ccurl_take)(char *bytes, size_t size, size_t count, void *context);
typedef int (*ccurl_watch)(
    void *context, curl_off_t down_total, curl_off_t down, curl_off_t up_total, curl_off_t up);

CURLcode ccurl_on_body(CURL *handle, ccurl_take take, void *context);
CURLcode ccurl_on_header(CURL *handle, ccurl_take take, void *context);
CURLcode ccurl_on_progress(CURL *handle, ccurl_watch watch, void *context);

long ccurl_status(CURL *handle);

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *line);
void ccurl_list_free(struct curl_slist *list);

/// A reader of addresses, loading libcurl; NULL when there is none.
CURLU *ccurl_url(void);
void ccurl_url_free(CURLU *url);
CURLUcode ccurl_url_set(CURLU *url, const char *text, unsigned int flags);

/// A part of an address, to be given to ccurl_free; NULL when it has no such part.
char *ccurl_url_part(CURLU *url, CURLUPart part);
void ccurl_free(char *text);
