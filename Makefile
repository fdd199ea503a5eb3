# FieldTUI: two commands do all.
#   make run     installs what is missing, builds, opens the app on its embedded store
#   make test    the same, then every test
.PHONY: deb torture fuzz run test app release demo edits bench conform conformance check clean packages packages-tests

# The C++ library too is put into the programs where it is there to be put in: as a file of its own it costs
# the app a megabyte of memory (docs/decisions/0135).
STATIC_LIBRARIES = .build/static-libraries
SWIFT_RELEASE = Scripts/static-libraries $(STATIC_LIBRARIES) && \
	swift build -c release --static-swift-stdlib -Xlinker "-L$(CURDIR)/$(STATIC_LIBRARIES)"
BIN = .build/release

run: app
	@$(BIN)/fieldtui $(ARGS)

packages:
	@Scripts/packages app
packages-tests:
	@Scripts/packages tests

app: packages
	@$(SWIFT_RELEASE) --product fieldtui

test: packages-tests
	@Scripts/check

# Everything that is installed, built as it is installed.
release: packages-tests
	@$(SWIFT_RELEASE) --product fieldtui
	@$(SWIFT_RELEASE) --product fieldcentral
	@$(SWIFT_RELEASE) --product rehearsal

# The village's package, for Debian and as a tarball; then installed, used and removed in a root of its own.
deb: app
	@Scripts/packages deb
	@rm -rf dist && Scripts/package dist && Scripts/check-package dist/*.deb

demo: release
	@$(BIN)/rehearsal $(ARGS)

# A million random edits of Thai text, each checked; `make test` does 20,000.
edits: packages-tests
	@RANDOM_EDITS=1000000 swift test --filter RandomEditTests

bench: release conform
	@Scripts/bench
	@Scripts/bench-store
	@Scripts/bench-forms

conform: packages
	@$(SWIFT_RELEASE) --product conform

# How far the form engine agrees with the others: make conformance CORPUS=FOLDER, the folder with the cases.
conformance: conform
	@Scripts/conformance $(ARGS)

# The long forms of the tests about kills, faults, damage, power cuts, secrets and hostile text; hours.
torture: packages-tests
	@TORTURE_KILLS=10000 TORTURE_CALLS=1 TORTURE_CUTS=100000 TORTURE_DAMAGE=10000 \
	TORTURE_STARTS=1000 TORTURE_PLANTED=10000 TORTURE_STRINGS=10000000 TORTURE_COPIES=10000 swift test --filter \
	'PaperCopyTests|KillTests|SystemCallTests|PowerCutTests|SalvageTests|ClearColumnTests|InstanceTests|PlantedNamesTests|HostileTextTests'

# Ten million inputs for each reader of strangers' bytes; about an hour each.
fuzz: packages-tests
	@for reader in form xpath instance frame bundle; do Scripts/fuzz $$reader || exit; done

clean:
	@swift package clean
