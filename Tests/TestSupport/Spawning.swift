import CSpawn
public import Glibc

/// Lets a child begin with its standard streams alone.
///
/// Tests run side by side: a socket or lock that another one has open must not live on in a child.
public func closeInheritedDescriptors(_ actions: inout posix_spawn_file_actions_t) {
  let code = cspawn_close_from_three(&actions)
  precondition(code == 0, "out of memory")
}
