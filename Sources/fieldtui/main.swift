import FieldTUI
import Glibc

exit(await FieldTool.main(Array(CommandLine.arguments.dropFirst())))
