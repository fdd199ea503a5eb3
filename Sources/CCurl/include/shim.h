#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: one function a
// type of argument. The flags of curl_global_init are macros that Swift does not import either.

CURLcode ccurl_start(void);
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
