#include "shim.h"

int czlib_inflate(const uint8_t *packed, size_t length, uint8_t *content, size_t capacity, size_t *written) {
  *written = 0;
  // zlib counts in 32 bits.
  if (length > UINT32_MAX || capacity > UINT32_MAX) return Z_MEM_ERROR;
  z_stream stream = {0};
  int code = inflateInit2(&stream, -MAX_WBITS);
  if (code != Z_OK) return code;
  stream.next_in = (Bytef *)packed;
  stream.avail_in = (uInt)length;
  stream.next_out = content;
  stream.avail_out = (uInt)capacity;
  code = inflate(&stream, Z_FINISH);
  *written = stream.total_out;
  inflateEnd(&stream);
  return code;
}
