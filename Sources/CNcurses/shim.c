#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include <term.h>

static bool speaks_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cncurses_use_utf8(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "th_TH.UTF-8", "en_US.UTF-8"};
  if (setlocale(LC_ALL, "") && speaks_utf8()) return true;
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
    if (setlocale(LC_ALL, fallbacks[i]) && speaks_utf8()) return true;
  return false;
}

static SCREEN *screen;

// Lies over cells that are to be written again: see cncurses_write_again.
static WINDOW *cover;

// newterm takes a terminal such as "dumb", whose cursor cannot be moved, and draws all on one line.
bool cncurses_moves_cursor(void) {
  const char *name = getenv("TERM");
  if (!name || !*name) return false;
  int found = 0;
  setupterm(NULL, STDOUT_FILENO, &found);
  // Of an unknown name nothing is known but that most are like an xterm: see cncurses_start.
  if (found != 1 || !cur_term) return true;
  bool moves = cursor_address;
  del_curterm(cur_term);
  return moves;
}

// Terminals are called by names that are not theirs: tmux and PuTTY say Home and End otherwise than the
// xterm as which they are known. What the terminal's own description says stays.
static void also(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

static void know_other_keys(void) {
  static const struct { const char *sequence; int code; } others[] = {
      {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[H", KEY_HOME}, {"\033OH", KEY_HOME},
      {"\033[4~", KEY_END}, {"\033[8~", KEY_END}, {"\033[F", KEY_END}, {"\033OF", KEY_END},
      {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[A", KEY_UP}, {"\033OA", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033OB", KEY_DOWN},
      {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT}, {"\033OD", KEY_LEFT},
      {"\033[Z", KEY_BTAB}, {"\033OM", KEY_ENTER}, {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)},
      {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)}, {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)},
      {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)}, {"\033[15~", KEY_F(5)}, {"\033[17~", KEY_F(6)},
      {"\033[18~", KEY_F(7)}, {"\033[19~", KEY_F(8)}, {"\033[20~", KEY_F(9)}, {"\033[21~", KEY_F(10)},
      {"\033[23~", KEY_F(11)}, {"\033[24~", KEY_F(12)}, {"\033[[A", KEY_F(1)}, {"\033[[B", KEY_F(2)},
      {"\033[[C", KEY_F(3)}, {"\033[[D", KEY_F(4)}, {"\033[[E", KEY_F(5)},
  };
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) also(others[i].sequence, others[i].code);
  // The keys beside the letters, as VT100 and its heirs say them: * + , - . / and the digits, whatever the
  // description takes the corners for.
  for (int sign = '*'; sign <= '9'; sign++) {
    char sequence[4] = {'\033', 'O', (char)(sign + '@'), 0};
    define_key(sequence, CNCURSES_KEYPAD + sign);
  }
}

bool cncurses_start(void) {
  static const char *const names[] = {NULL, "xterm-256color", "xterm", "vt100"};
  for (size_t i = 0; i < sizeof names / sizeof *names && !screen; i++)
    screen = newterm(names[i], stdout, stdin);
  if (!screen) return false;
  set_escdelay(25);
  raw();
  noecho();
  nonl();
  keypad(stdscr, true);
  nodelay(stdscr, true);
  define_key("\033[200~", CNCURSES_PASTE_BEGIN);
  define_key("\033[201~", CNCURSES_PASTE_END);
  // As xterm and most others say Ctrl, Alt and Ctrl-Shift with an arrow.
  define_key("\033[1;5D", CNCURSES_WORD_LEFT);
  define_key("\033[1;3D", CNCURSES_WORD_LEFT);
  define_key("\033[1;5C", CNCURSES_WORD_RIGHT);
  define_key("\033[1;3C", CNCURSES_WORD_RIGHT);
  define_key("\033[1;6D", CNCURSES_SELECT_WORD_LEFT);
  define_key("\033[1;6C", CNCURSES_SELECT_WORD_RIGHT);
  know_other_keys();
  putp("\033[?2004h");
  fflush(stdout);
  return true;
}

static void ask_width(const char *text) {
  putp(tiparm(cursor_address, 0, 0));
  fputs(text, stdout);
  putp(user7);
}

void cncurses_ask_width(const char *first, const char *second) {
  // Defined only for terminals that answer.
  if (!user7) return;
  static char answers[9][8];
  for (int column = 1; column <= 9; column++) {
    snprintf(answers[column - 1], sizeof answers[0], "\033[1;%dR", column);
    define_key(answers[column - 1], CNCURSES_REPORT + column);
  }
  ask_width(first);
  ask_width(second);
  fflush(stdout);
}

bool cncurses_has_fixed_letters(void) {
  static const char *const names[] = {"linux", "vt100", "vt102", "vt220", "ansi", "cons25"};
  const char *name = termname();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return true;
  return false;
}

void cncurses_stop(void) {
  if (!screen) return;
  // What the terminal has still to answer is not for the shell.
  tcflush(STDIN_FILENO, TCIFLUSH);
  putp("\033[?2004l");
  fflush(stdout);
  endwin();
  if (cover) delwin(cover);
  cover = NULL;
  delscreen(screen);
  screen = NULL;
}

void cncurses_hand_over(void) {
  if (!screen) return;
  putp("\033[?2004l");
  fflush(stdout);
  reset_shell_mode();
  // Nothing of curses is used again before the memory goes.
  screen = NULL;
}

void cncurses_take_back(void) { endwin(); }

int cncurses_rows(void) { return LINES; }
int cncurses_columns(void) { return COLS; }
int cncurses_colours(void) { return COLORS; }

void cncurses_take_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
    resize_term(size.ws_row, size.ws_col);
  clearok(curscr, true);
}

void cncurses_redraw_all(void) { clearok(curscr, true); }

// wredrawln knows whole rows of a window only, so a window is laid over the cells. It is kept because
// deleting a window makes curses compare the whole screen.
void cncurses_write_again(int row, int column, int count) {
  if (!cover && !(cover = newwin(1, 1, 0, 0))) {
    wredrawln(stdscr, row, 1);
    return;
  }
  // A window must lie inside of the screen at each step.
  wresize(cover, 1, 1);
  mvwin(cover, row, column);
  wresize(cover, 1, count);
  wredrawln(cover, 0, 1);
}

void cncurses_put(int row, int column, const uint32_t *scalars, int count, int attributes, short pair) {
  wchar_t text[CCHARW_MAX + 1];
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;
  attr_t style = A_NORMAL;
  if (attributes & CNCURSES_BOLD) style |= A_BOLD;
  if (attributes & CNCURSES_REVERSE) style |= A_REVERSE;
  if (attributes & CNCURSES_UNDERLINE) style |= A_UNDERLINE;
  cchar_t cell;
  // The last cell of the screen is drawn although curses reports that the cursor could not move on.
  if (setcchar(&cell, text, style, pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cncurses_show(int row, int column) {
  curs_set(row >= 0 ? 1 : 0);
  if (row >= 0) move(row, column);
  refresh();
}

int cncurses_key(uint32_t *key) {
  wint_t read = 0;
  int kind = get_wch(&read);
  *key = (uint32_t)read;
  return kind == OK ? 1 : kind == KEY_CODE_YES ? 2 : 0;
}

static int signal_pipe = -1;

static void pass_on(int number) {
  int kept = errno;
  char letter = number == SIGWINCH ? 'r' : 't';
  ssize_t written = write(signal_pipe, &letter, 1);
  (void)written;  // a full pipe will wake the reader anyway
  errno = kept;
}

static void answer_signals(void (*answer)(int)) {
  struct sigaction action = {.sa_handler = answer, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
}

void cncurses_signals_into(int descriptor) {
  signal_pipe = descriptor;
  answer_signals(pass_on);
}

void cncurses_signals_out(void) { answer_signals(SIG_DFL); }
