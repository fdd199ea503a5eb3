#pragma once
#define XML_DTD 1
#include <expat.h>
