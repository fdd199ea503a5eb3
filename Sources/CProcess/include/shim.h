#pragma once

/// Lets no other process of the same account look into this one's memory, and the system write no core
/// of it. What only root may do, root still may.
/// prctl takes a variable number of arguments, which Swift cannot pass.
void cprocess_hide_memory(void);

/// Becomes the same program with a memory of its own, with one descriptor of all above the standard
/// ones left open. Comes back only if that fails, with the reason in errno.
int cprocess_begin_again(char *const *words, char *const *environment, int descriptor);
