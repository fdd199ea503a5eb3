#pragma once

#include <stdint.h>

/// Where words begin in a text of scalars: writes at most `most` places and returns how many there are; -1 when
/// libthai is not installed. Safe from any thread.
/// The library is opened when it is first needed and not linked: the program runs where it is missing.
int cthai_word_starts(const uint32_t *scalars, int count, int32_t *places, int most);
