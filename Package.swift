// swift-tools-version: 6.2

import PackageDescription

/// Warnings are errors, and what a module shows of its imports is written down.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Settings of the targets that touch neither C nor memory by hand.
let pure: [SwiftSetting] = house + [.strictMemorySafety()]

/// A thin target around one C library of Debian's: prototypes in a header, bodies in a .c file.
func shim(_ name: String, linking libraries: String...) -> Target {
  .target(name: name, linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(_ name: String, _ dependencies: [Target.Dependency], files: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: files,
    swiftSettings: house)
}

let package = Package(
  name: "FieldTUI",
  products: [
    .executable(name: "fieldtui", targets: ["fieldtui"]),
    .executable(name: "fieldcentral", targets: ["fieldcentral"]),
    .executable(name: "rehearsal", targets: ["rehearsal"]),
    .executable(name: "conform", targets: ["conform"]),
  ],
  targets: [
    shim("CExpat", linking: "expat"),
    shim("CNcurses", linking: "ncursesw", "tinfo"),
    shim("CSQLite", linking: "sqlite3"),
    shim("CSodium", linking: "sodium"),
    // Loads its library itself, when a sync begins.
    shim("CCurl"),
    shim("CZstd", linking: "zstd"),
    shim("CZlib", linking: "z"),
    shim("CMicroHTTPD", linking: "microhttpd"),
    // What the system lets a process do with itself.
    shim("CProcess"),
    // What glibc's allocator is asked beyond malloc and free.
    shim("CMalloc"),
    // Opens libthai when it runs, where it is installed.
    shim("CThai"),

    .target(name: "XPath", swiftSettings: pure),
    .target(name: "SurveyForms", dependencies: ["XPath", "CExpat"], swiftSettings: house),
    .target(
      name: "XLSForms", dependencies: ["SurveyForms", "Compression"], swiftSettings: pure),
    .target(name: "ThaiText", swiftSettings: pure),
    .target(name: "TerminalKit", swiftSettings: pure),
    .target(name: "CommandLineKit", swiftSettings: house),
    .target(
      name: "ThaiBreaking", dependencies: ["TerminalKit", "CThai"], swiftSettings: house),
    .target(
      name: "NcursesTerminal", dependencies: ["TerminalKit", "CNcurses"], swiftSettings: house),

    .target(name: "SQLiteKit", dependencies: ["CSQLite"], swiftSettings: house),
    .target(name: "Sealing", dependencies: ["CSodium"], swiftSettings: house),
    .target(name: "Compression", dependencies: ["CZstd", "CZlib"], swiftSettings: house),
    .target(name: "SyncProtocol", swiftSettings: pure),
    .target(
      name: "OfflineStore", dependencies: ["SQLiteKit", "Sealing", "Compression", "SyncProtocol"],
      swiftSettings: house),
    .target(
      name: "SyncClient",
      dependencies: ["SyncProtocol", "OfflineStore", "Sealing", "Compression", "CCurl"],
      swiftSettings: house),
    .target(
      name: "InstalledForms", dependencies: ["SurveyForms", "SyncProtocol", "Sealing"],
      swiftSettings: house),
    .target(
      name: "FieldTUI",
      dependencies: [
        "InstalledForms", "SurveyForms", "XLSForms", "ThaiText", "OfflineStore", "SyncClient",
        "SyncProtocol",
        "Sealing",
        "TerminalKit", "ThaiBreaking", "NcursesTerminal", "CommandLineKit", "CProcess", "CMalloc",
      ],
      swiftSettings: house),
    .target(
      name: "CentralServer",
      dependencies: [
        "SyncProtocol", "InstalledForms", "SurveyForms", "SQLiteKit", "Sealing", "Compression",
        "CMicroHTTPD",
        "CommandLineKit",
      ],
      swiftSettings: house),

    // Holds the engine against cases that others computed; not installed.
    .executableTarget(
      name: "conform",
      dependencies: [
        "XPath", "SurveyForms", "ThaiText", "TerminalKit", "ThaiBreaking", "CommandLineKit",
      ],
      swiftSettings: house),

    .executableTarget(name: "fieldtui", dependencies: ["FieldTUI"], swiftSettings: house),
    .executableTarget(name: "fieldcentral", dependencies: ["CentralServer"], swiftSettings: house),
    .executableTarget(
      name: "rehearsal",
      dependencies: [
        "FieldTUI", "InstalledForms", "SurveyForms", "ThaiText", "OfflineStore", "SyncClient",
        "SyncProtocol",
        "Sealing", "CommandLineKit",
      ],
      swiftSettings: house),

    .target(
      name: "CFaultVFS", path: "Tests/CFaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "store-kill-child", dependencies: ["OfflineStore", "Sealing", "SyncProtocol"],
      path: "Tests/store-kill-child", swiftSettings: house),

    // What tests of several targets need.
    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "TestSupport", dependencies: ["CSpawn", "TerminalKit"], path: "Tests/TestSupport",
      swiftSettings: house),

    // Forms that mean harm, and the program that measures what they cost (Scripts/hostile).
    .target(name: "HostileForms", path: "Tests/HostileForms", swiftSettings: pure),
    .executableTarget(
      name: "hostile", dependencies: ["HostileForms", "SurveyForms"], path: "Tests/hostile",
      swiftSettings: house),

    // Text that means harm to a terminal, and the program that draws it.
    .target(name: "HostileText", path: "Tests/HostileText", swiftSettings: pure),
    .executableTarget(
      name: "hostile-screens", dependencies: ["HostileText", "NcursesTerminal", "TerminalKit"],
      path: "Tests/hostile-screens", swiftSettings: house),

    // The readers of strangers' bytes, for their corpora and for libFuzzer (Scripts/fuzz).
    .target(
      name: "FuzzTargets",
      dependencies: ["XPath", "SurveyForms", "SyncProtocol", "OfflineStore", "Compression"],
      path: "Tests/FuzzTargets", swiftSettings: house),
    tests("FuzzTests", ["FuzzTargets"], files: ["Corpora", "Dictionaries"]),

    tests("XPathTests", ["XPath"]),
    tests("SurveyFormsTests", ["SurveyForms", "HostileForms"]),
    tests("XLSFormsTests", ["XLSForms", "SurveyForms", "Compression"]),
    tests("ThaiTextTests", ["ThaiText"], files: ["vectors.json"]),
    tests("TerminalKitTests", ["TerminalKit"], files: ["Golden"]),
    tests("ThaiBreakingTests", ["ThaiBreaking", "TerminalKit"]),
    tests("NcursesTerminalTests", ["NcursesTerminal", "TerminalKit", "CNcurses"]),
    tests("CommandLineKitTests", ["CommandLineKit"]),
    tests("SQLiteKitTests", ["SQLiteKit"]),
    tests("SealingTests", ["Sealing"]),
    tests("InstalledFormsTests", ["InstalledForms"]),
    tests("SyncProtocolTests", ["SyncProtocol", "Compression"]),
    tests(
      "OfflineStoreTests",
      ["OfflineStore", "SQLiteKit", "Sealing", "SyncProtocol", "Compression", "CFaultVFS"]),
    tests("SyncClientTests", ["SyncClient", "OfflineStore", "Sealing", "Compression"]),
    tests("FieldTUITests", ["FieldTUI", "TerminalKit"], files: ["Golden", "Forms"]),
    tests(
      "CentralServerTests",
      [
        "CentralServer", "SyncProtocol", "Sealing", "Compression", "SQLiteKit", "SurveyForms",
        "InstalledForms", "CommandLineKit",
      ]),
    tests(
      "EndToEndTests",
      [
        "fieldtui", "fieldcentral", "rehearsal", "hostile-screens", "FieldTUI", "SyncClient",
        "OfflineStore", "TerminalKit", "HostileText",
      ]),
  ]
)
