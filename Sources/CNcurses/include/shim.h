#pragma once

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>

/// Key codes of our own, above those of curses, which knows no paste, no arrow with Ctrl and no answer
/// of the terminal's.
enum {
  CNCURSES_PASTE_BEGIN = KEY_MAX + 1,
  CNCURSES_PASTE_END,
  CNCURSES_WORD_LEFT,
  CNCURSES_WORD_RIGHT,
  CNCURSES_SELECT_WORD_LEFT,
  CNCURSES_SELECT_WORD_RIGHT,
  /// The cursor stands in the first row, in the column by which the code is greater.
  CNCURSES_REPORT,
  CNCURSES_REPORT_LAST = CNCURSES_REPORT + 9,
  /// A sign of the keypad beside the letters, by whose ASCII code the code is greater.
  CNCURSES_KEYPAD,
  CNCURSES_KEYPAD_LAST = CNCURSES_KEYPAD + '9',
};

/// Chooses a locale whose characters are UTF-8, whatever the environment says.
/// false: there is none on this machine.
bool cncurses_use_utf8(void);

/// Whether text can be put anywhere on the terminal that TERM names; no where it names none.
bool cncurses_moves_cursor(void);

/// Starts curses on standard input and output; when the terminal's name is unknown, as one that most are like.
/// newterm because initscr ends the program when it fails.
bool cncurses_start(void);

/// Writes two texts at the top of the screen and asks after each where the cursor is; the answers come as
/// keys, CNCURSES_REPORT and the column, if they come. To be called before the first drawing, which
/// clears the screen.
void cncurses_ask_width(const char *first, const char *second);

/// Whether the terminal is one whose letters are in the kernel or a ROM, and have no Thai among them.
bool cncurses_has_fixed_letters(void);

/// Gives the terminal back as it was.
void cncurses_stop(void);

/// Gives the keyboard back as it was and leaves the picture, which the program that this one becomes draws over.
void cncurses_hand_over(void);

/// Gives the terminal back after all, when no other program follows.
void cncurses_take_back(void);

/// stdscr, LINES and COLS are mutable globals, which Swift 6 refuses.
int cncurses_rows(void);
int cncurses_columns(void);
int cncurses_colours(void);

/// Asks the kernel for the size and tells curses.
void cncurses_take_size(void);

/// Forgets what the terminal shows, so that the next drawing sends everything.
void cncurses_redraw_all(void);

/// Has the next drawing write these cells also where curses takes them for unchanged.
void cncurses_write_again(int row, int column, int count);

/// Attributes are function-like macros.
enum { CNCURSES_BOLD = 1, CNCURSES_REVERSE = 2, CNCURSES_UNDERLINE = 4 };

/// Writes one cell: a spacing scalar and up to four marks.
void cncurses_put(int row, int column, const uint32_t *scalars, int count, int attributes, short pair);

/// Shows what was put, with the cursor at a place, or hidden when the row is negative.
void cncurses_show(int row, int column);

/// The next key without waiting: 0 = none, 1 = a character, 2 = a key code of curses.
int cncurses_key(uint32_t *key);

/// Sends SIGWINCH as 'r' and SIGTERM and SIGHUP as 't' into the pipe; one process has one such pipe.
void cncurses_signals_into(int descriptor);

/// Lets the system answer those signals again.
void cncurses_signals_out(void);
