#pragma once
#include <stdint.h>
#include <microhttpd.h>

/// What the server is started with; a field of zero or NULL leaves the library's own default.
struct cmhd_settings {
  uint32_t address;        // IPv4, network byte order
  uint16_t port;           // 0: any free one, read it back with cmhd_port
  unsigned threads;        // at least 2: epoll without a pool stalls
  unsigned connections;
  unsigned connections_per_address;
  unsigned idle_seconds;
  const char *certificate; // PEM; NULL for plain HTTP
  const char *key;
};

/// One piece of a header: name and value, both without a terminating NUL that counts.
typedef void (*cmhd_header)(void *context, const char *name, size_t name_size,
                            const char *value, size_t value_size);

/// Starts the server: MHD_start_daemon is variadic, and its options are an array of unions.
struct MHD_Daemon *cmhd_start(const struct cmhd_settings *settings,
                              MHD_AccessHandlerCallback handler, void *context,
                              MHD_RequestCompletedCallback completed,
                              MHD_NotifyConnectionCallback connected);

/// The port in use: MHD_get_daemon_info is variadic and returns a union.
uint16_t cmhd_port(struct MHD_Daemon *daemon);

/// The socket of a connection, or -1: MHD_get_connection_info is variadic and returns a union.
int cmhd_socket(struct MHD_Connection *connection);

/// The IPv4 address of the other end in network byte order, or 0: returned in a union too.
uint32_t cmhd_address(struct MHD_Connection *connection);

/// Calls `visit` for every header of the request, repeated ones too.
void cmhd_headers(struct MHD_Connection *connection, cmhd_header visit, void *context);

/// Answers with a copy of `body`: MHD_create_response_from_buffer wants a mutable pointer, and
/// the response must be let go of whether or not it was queued.
enum MHD_Result cmhd_answer(struct MHD_Connection *connection, unsigned status,
                            const char *const *headers, const void *body, size_t size);
