#pragma once
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

// Unpacks one raw deflate stream (RFC 1951) into `capacity` bytes at most; `written` says how many came out.
// Z_STREAM_END when the stream ended, Z_BUF_ERROR when it had more to give or was cut short, else zlib's own code.
// Here because inflateInit2 is a macro, which Swift does not see.
int czlib_inflate(const uint8_t *packed, size_t length, uint8_t *content, size_t capacity, size_t *written);
