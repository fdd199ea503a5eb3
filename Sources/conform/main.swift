import Glibc

exit(Conform.main(Array(CommandLine.arguments.dropFirst())))
