#include "shim.h"
#include <netinet/in.h>
#include <string.h>

struct MHD_Daemon *cmhd_start(const struct cmhd_settings *settings,
                              MHD_AccessHandlerCallback handler, void *context,
                              MHD_RequestCompletedCallback completed,
                              MHD_NotifyConnectionCallback connected) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(settings->port);
  address.sin_addr.s_addr = settings->address;

  struct MHD_OptionItem options[16] = {
      {MHD_OPTION_SOCK_ADDR, 0, &address},
      {MHD_OPTION_THREAD_POOL_SIZE, settings->threads, NULL},
      {MHD_OPTION_CONNECTION_LIMIT, settings->connections, NULL},
      {MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings->connections_per_address, NULL},
      {MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_seconds, NULL},
      {MHD_OPTION_CONNECTION_MEMORY_LIMIT, 32 << 10, NULL},
      {MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024, NULL},
      {MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL},
      {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)completed, context},
      {MHD_OPTION_NOTIFY_CONNECTION, (intptr_t)connected, context},
  };
  unsigned count = 10;
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD;
  if (settings->certificate) {
    static char versions[] = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";
    flags |= MHD_USE_TLS;
    options[count++] =
        (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate};
    options[count++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key};
    options[count++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_PRIORITIES, 0, versions};
  }
  options[count] = (struct MHD_OptionItem){MHD_OPTION_END, 0, NULL};
  return MHD_start_daemon(flags, settings->port, NULL, NULL, handler, context, MHD_OPTION_ARRAY,
                          options, MHD_OPTION_END);
}

uint16_t cmhd_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

int cmhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

uint32_t cmhd_address(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (!info || !info->client_addr || info->client_addr->sa_family != AF_INET) return 0;
  return ((const struct sockaddr_in *)info->client_addr)->sin_addr.s_addr;
}

struct visit {
  cmhd_header header;
  void *context;
};

static enum MHD_Result visit_one(void *context, enum MHD_ValueKind kind, const char *name,
                                 size_t name_size, const char *value, size_t value_size) {
  struct visit *visit = context;
  (void)kind;
  visit->header(visit->context, name, name_size, value ? value : "", value ? value_size : 0);
  return MHD_YES;
}

void cmhd_headers(struct MHD_Connection *connection, cmhd_header header, void *context) {
  struct visit visit = {header, context};
  MHD_get_connection_values_n(connection, MHD_HEADER_KIND, visit_one, &visit);
}

enum MHD_Result cmhd_answer(struct MHD_Connection *connection, unsigned status,
                            const char *const *headers, const void *body, size_t size) {
  struct MHD_Response *response =
      MHD_create_response_from_buffer(size, (void *)body, MHD_RESPMEM_MUST_COPY);
  if (!response) return MHD_NO;
  enum MHD_Result result = MHD_YES;
  for (; result == MHD_YES && headers[0]; headers += 2)
    result = MHD_add_response_header(response, headers[0], headers[1]);
  if (result == MHD_YES) result = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return result;
}
