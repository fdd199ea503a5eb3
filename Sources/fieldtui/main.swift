import FieldTUI
import Glibc

FieldTool.keepOneHeap()
exit(await FieldTool.main(Array(CommandLine.arguments.dropFirst())))
