// libsodium imports into Swift as it is: plain functions and plain constants.
// The header exists so that one file says which library this is.
#pragma once
#include <sodium.h>
