import CentralServer
import Glibc

exit(
  await CentralTool.command.main(Array(CommandLine.arguments.dropFirst())) {
    CentralTool.failure($0)
  })
