/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns the words of a quotation with those of a text. */
#include "config.h"

#include "index/alignment.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/query/letters.h"

/* ---- Verbatim --------------------------------------------------------------------------------------- */

/* Signs at the ends of a quotation are the memo's as often as the source's. */
static char *stripped(const char *part)
{
    const char *start = part;
    while (*start != '\0' && !g_unichar_isalnum(g_utf8_get_char(start))) {
        start = g_utf8_next_char(start);
    }
    const char *end = start + strlen(start);
    while (end > start) {
        const char *last = g_utf8_prev_char(end);
        if (g_unichar_isalnum(g_utf8_get_char(last))) {
            break;
        }
        end = last;
    }
    return g_strndup(start, (gsize)(end - start));
}

/* The parts between ellipses, without signs at their ends; empty ones stay empty. */
static char **parts_of(const char *quotation)
{
    static const char *const ellipses[] = {"[…]", "[...]", "(…)", "(...)", " … ", " ... ", "[. . .]"};
    g_autofree char *text = g_strdup(quotation);
    for (gsize i = 0; i < G_N_ELEMENTS(ellipses); i++) {
        g_auto(GStrv) pieces = g_strsplit(text, ellipses[i], -1);
        g_free(text);
        text = g_strjoinv("\f", pieces);
    }
    char **parts = g_strsplit(text, "\f", -1);
    for (char **part = parts; *part != NULL; part++) {
        char *bare = stripped(*part);
        g_free(*part);
        *part = bare;
    }
    return parts;
}

static bool is_word_char(const char *at)
{
    return g_unichar_isalnum(g_utf8_get_char(at));
}

/* Where `part` stands in `letters` as whole words; NULL if nowhere. */
static const char *find_part(const char *letters, const char *from, const char *part)
{
    for (const char *at = strstr(from, part); at != NULL; at = strstr(g_utf8_next_char(at), part)) {
        const char *end = at + strlen(part);
        bool begins = at == letters || !is_word_char(g_utf8_prev_char(at));
        if (begins && (*end == '\0' || !is_word_char(end))) {
            return at;
        }
    }
    return NULL;
}

bool samsok_alignment_is_verbatim(const char *quotation, const char *text, double *out_place)
{
    g_auto(GStrv) parts = parts_of(quotation);
    g_autoptr(GString) letters = g_string_new(NULL);
    g_autoptr(GString) wanted = g_string_new(NULL);
    samsok_letters_of(text, letters);
    const char *from = letters->str;
    bool found = false;
    for (char **part = parts; *part != NULL; part++) {
        samsok_letters_of(*part, wanted);
        if (wanted->len == 0) {
            continue;
        }
        const char *at = find_part(letters->str, from, wanted->str);
        if (at == NULL) {
            return false;
        }
        if (!found) {
            *out_place = (double)(at - letters->str) / (double)letters->len;
        }
        found = true;
        from = at + wanted->len;
    }
    return found;
}

/* ---- Words ------------------------------------------------------------------------------------------ */

typedef struct {
    char *shown;
    char *folded; /* small letters, without signs around */
} Word;

static void clear_word(gpointer data)
{
    Word *word = data;
    g_free(word->shown);
    g_free(word->folded);
}

static GArray *words_of(const char *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
    g_array_set_clear_func(words, clear_word);
    g_auto(GStrv) pieces = g_strsplit_set(text, " \t\n", -1);
    for (char **piece = pieces; *piece != NULL && words->len < SAMSOK_MAX_ALIGNED_WORDS; piece++) {
        g_autofree char *bare = stripped(*piece);
        if (*bare == '\0') {
            continue;
        }
        Word word = {.shown = g_strdup(*piece), .folded = g_utf8_strdown(bare, -1)};
        g_array_append_val(words, word);
    }
    return words;
}

/* Edits between the first words of the quotation and words of the text that end at a column; how the
 * cell was reached: kept or changed, a word too many in the quotation, one too few. */
typedef enum { DIAGONAL, UP, LEFT } Step;

typedef struct {
    GArray *quoted;
    GArray *source;
    guint16 *row;  /* costs of the row at hand */
    guint8 *steps; /* of all cells */
    guint width;
} Grid;

static bool same(const Grid *grid, guint q, guint s)
{
    return strcmp(g_array_index(grid->quoted, Word, q).folded, g_array_index(grid->source, Word, s).folded) == 0;
}

/* Fills the grid; a change counts as two edits, so that rows of words are told as taken out and put in. Gives the
 * column where the best row ends. */
static guint fill(Grid *grid)
{
    for (guint q = 1; q <= grid->quoted->len; q++) {
        guint16 corner = grid->row[0];
        grid->row[0] = (guint16)q;
        grid->steps[q * grid->width] = UP;
        for (guint s = 1; s < grid->width; s++) {
            guint diagonal = corner + (same(grid, q - 1, s - 1) ? 0u : 2u);
            guint up = grid->row[s] + 1u;
            guint left = grid->row[s - 1] + 1u;
            corner = grid->row[s];
            guint best = MIN(diagonal, MIN(up, left));
            grid->row[s] = (guint16)best;
            grid->steps[q * grid->width + s] = best == diagonal ? DIAGONAL : best == up ? UP : LEFT;
        }
    }
    guint end = 0;
    for (guint s = 1; s < grid->width; s++) {
        end = grid->row[s] <= grid->row[end] ? s : end;
    }
    return end;
}

/* One word of the difference, told from the end. */
typedef struct {
    char sign; /* ' ' kept, '-' only in the quotation, '+' only in the source */
    const char *word;
} Told;

static GArray *trace(const Grid *grid, guint end, guint *out_start)
{
    GArray *told = g_array_new(FALSE, FALSE, sizeof(Told));
    guint q = grid->quoted->len;
    guint s = end;
    while (q > 0) {
        Step step = (Step)grid->steps[q * grid->width + s];
        bool kept = step == DIAGONAL && same(grid, q - 1, s - 1);
        if (step != UP && !kept) {
            Told source = {'+', g_array_index(grid->source, Word, s - 1).shown};
            g_array_append_val(told, source);
        }
        if (step != LEFT) {
            Told quoted = {kept ? ' ' : '-', g_array_index(grid->quoted, Word, q - 1).shown};
            g_array_append_val(told, quoted);
        }
        q -= step == LEFT ? 0 : 1;
        s -= step == UP ? 0 : 1;
    }
    *out_start = s;
    return told;
}

static guint told_with(const GArray *told, char sign)
{
    guint count = 0;
    for (guint i = 0; i < told->len; i++) {
        count += g_array_index(told, Told, i).sign == sign ? 1 : 0;
    }
    return count;
}

static void open_sign(GString *out, char sign)
{
    g_string_append(out, sign == '-' ? "[-" : sign == '+' ? "{+" : "");
}

static void close_sign(GString *out, char sign)
{
    g_string_append(out, sign == '-' ? "-]" : sign == '+' ? "+}" : "");
}

/* "Fem eiere er ikke [-noen-] {+en+} eier" */
static char *tell(const GArray *told)
{
    GString *out = g_string_new(NULL);
    char last = '\0';
    for (guint i = told->len; i > 0; i--) {
        const Told *one = &g_array_index(told, Told, i - 1);
        if (one->sign != last) {
            close_sign(out, last);
        }
        g_string_append(out, out->len > 0 ? " " : "");
        if (one->sign != last) {
            open_sign(out, one->sign);
        }
        g_string_append(out, one->word);
        last = one->sign;
    }
    close_sign(out, last);
    return g_string_free(out, FALSE);
}

double samsok_alignment_score(const char *quotation, const char *text, char **out_difference, double *out_place)
{
    g_autoptr(GArray) quoted = words_of(quotation);
    g_autoptr(GArray) source = words_of(text);
    if (quoted->len == 0 || source->len == 0) {
        *out_difference = g_strdup("");
        *out_place = 0;
        return 0;
    }
    guint width = source->len + 1;
    g_autofree guint16 *row = g_new0(guint16, width);
    g_autofree guint8 *steps = g_new0(guint8, (gsize)(quoted->len + 1) * width);
    Grid grid = {.quoted = quoted, .source = source, .row = row, .steps = steps, .width = width};
    guint end = fill(&grid);
    guint start = 0;
    g_autoptr(GArray) told = trace(&grid, end, &start);
    *out_difference = tell(told);
    *out_place = (double)start / source->len;
    double edits = told_with(told, '+') / 2.0;
    return MAX(0.0, (told_with(told, ' ') - edits) / quoted->len);
}
