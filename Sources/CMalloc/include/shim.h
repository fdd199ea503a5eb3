#pragma once

/// Makes the allocator keep little of what the program has given back. Called once, before other threads
/// start: glibc gives each thread an arena of its own, and lets its thresholds grow with what is freed.
void cmalloc_keep_little(void);

/// Gives the pages that hold nothing any more back to the system.
void cmalloc_give_back(void);
