import CommandLineKit
import Glibc

exit(
  await RehearsalTool.command.main(Array(CommandLine.arguments.dropFirst())) {
    RehearsalTool.failure($0)
  })
