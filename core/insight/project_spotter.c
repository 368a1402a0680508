/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spellings of names of undertakings, and where a text speaks of them: all names in one go. */
#include "config.h"

#include "core/insight/projects.h"

#include <string.h>

#include "core/base/hash.h"
#include "core/insight/projects-private.h"

/* ---- Spellings ---- */

/* Letter by letter, so that a place in the folded text is a place in the text. Owner: the caller. */
static char *fold(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if ((guint8)*p < 0x80) {
            g_string_append_c(out, *p == '\n' ? ' ' : g_ascii_tolower(*p));
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        bool is_dash = c == 0x2010 || c == 0x2011 || c == 0x2013;
        g_string_append_unichar(out, is_dash ? '-' : g_unichar_tolower(c));
    }
    return g_string_free(out, FALSE);
}

/* Cuts off « i Sunnhamn» at the end. */
static void cut_place(char *name)
{
    static const char *const joins[] = {" i ", " på ", " ved "};
    for (guint i = 0; i < G_N_ELEMENTS(joins); i++) {
        char *join = g_strrstr(name, joins[i]);
        const char *place = join == NULL ? NULL : join + strlen(joins[i]);
        if (place != NULL && join > name && g_unichar_isupper(g_utf8_get_char(place)) &&
            strchr(place, ' ') == NULL) {
            *join = '\0';
            return;
        }
    }
}

/* The name without a place. Owner: the caller. */
static char *without_place(const char *name)
{
    char *cut = g_strstrip(g_strdup(name));
    cut_place(cut);
    return cut;
}

char *samsok_project_key(const char *name)
{
    g_autofree char *stripped = g_strstrip(g_strdup(name));
    return fold(stripped);
}

char *samsok_project_base(const char *name)
{
    return without_place(name);
}

bool samsok_project_is_placed(const char *text)
{
    static const char *const joins[] = {" i ", " på ", " ved "};
    for (guint i = 0; i < G_N_ELEMENTS(joins); i++) {
        if (g_str_has_prefix(text, joins[i])) {
            return samsok_project_is_capital(text, strlen(joins[i]));
        }
    }
    return false;
}

/* ---- Names ---- */

typedef struct {
    char *key;
    gsize len;        /* bytes of the key */
    glong letters;    /* of the key */
    gsize head_len;   /* bytes of its first row of letters */
    bool has_capital; /* a place must begin with one */
    bool is_common;   /* must be quoted or stand behind what it is */
} Name;

struct _SamsokProjectSpotter {
    SamsokProjectNouns *nouns;
    GArray *names;      /* of Name */
    GHashTable *heads;  /* hash of a first row of letters → GArray of guint: names */
};

static void name_clear(gpointer data)
{
    g_free(((Name *)data)->key);
}

SamsokProjectSpotter *samsok_project_spotter_new(void)
{
    SamsokProjectSpotter *spotter = g_new0(SamsokProjectSpotter, 1);
    spotter->nouns = samsok_project_nouns_new();
    spotter->names = g_array_new(FALSE, FALSE, sizeof(Name));
    g_array_set_clear_func(spotter->names, name_clear);
    spotter->heads = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    return spotter;
}

void samsok_project_spotter_free(SamsokProjectSpotter *spotter)
{
    if (spotter == NULL) {
        return;
    }
    samsok_project_nouns_free(spotter->nouns);
    g_array_unref(spotter->names);
    g_hash_table_unref(spotter->heads);
    g_free(spotter);
}

/* The end of the row of letters that begins at `p`. */
static const char *row_end(const char *p)
{
    while (*p != '\0' && samsok_project_is_letter(p)) {
        p = g_utf8_next_char(p);
    }
    return p;
}

static Name name_of(const SamsokProjectNouns *nouns, const char *name, bool is_whole)
{
    g_autofree char *base = without_place(name); /* «Sammen i Nord» has no capital to be known by */
    const char *cut = is_whole ? name : base;
    Name made = {.key = fold(cut)};
    made.len = strlen(made.key);
    made.letters = g_utf8_strlen(made.key, -1);
    made.head_len = (gsize)(row_end(made.key) - made.key);
    const SamsokProjectNoun *noun = samsok_project_noun(nouns, made.key, made.len);
    bool is_word = strpbrk(made.key, " -0123456789") == NULL;
    bool is_noun = noun != NULL && strlen(noun->form) < made.len;
    bool starts_high = g_unichar_isupper(g_utf8_get_char(cut));
    bool has_inner = false;
    for (const char *p = g_utf8_next_char(cut); *cut != '\0' && *p != '\0'; p = g_utf8_next_char(p)) {
        has_inner = has_inner || g_unichar_isupper(g_utf8_get_char(p));
    }
    made.has_capital = starts_high && !(is_word && is_noun);
    made.is_common = is_word && !is_noun && !has_inner;
    return made;
}

static gpointer hash_of(const char *start, gsize len)
{
    return GUINT_TO_POINTER(samsok_hash_bytes(start, len));
}

static void add_name(SamsokProjectSpotter *spotter, const char *name, bool is_whole)
{
    Name made = name_of(spotter->nouns, name, is_whole);
    guint number = spotter->names->len;
    g_array_append_val(spotter->names, made);
    if (made.head_len == 0) {
        return; /* begins with no letter: no name at all */
    }
    gpointer hash = hash_of(made.key, made.head_len);
    GArray *same = g_hash_table_lookup(spotter->heads, hash);
    if (same == NULL) {
        same = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(spotter->heads, hash, same);
    }
    g_array_append_val(same, number);
}

void samsok_project_spotter_add(SamsokProjectSpotter *spotter, const char *name)
{
    add_name(spotter, name, false);
}

void samsok_project_spotter_add_whole(SamsokProjectSpotter *spotter, const char *name)
{
    add_name(spotter, name, true);
}

/* ---- Places ---- */

typedef struct {
    const SamsokProjectSpotter *spotter;
    const char *text;
    const char *at;     /* in the text: a row of letters begins */
    const char *folded; /* the same place in the folded text */
    guint start;        /* code points before it */
    GArray *spots;
} Looking;

static bool is_quote_before(const char *text, const char *at)
{
    const char *before = at == text ? at : g_utf8_prev_char(at);
    gunichar c = g_utf8_get_char(before);
    return at > text && (c == 0xAB || c == 0x201C || c == 0x201E || c == '"');
}

/* True when what stands here is the name and not a part of other words. */
static bool is_place(const Looking *looking, const Name *name)
{
    const char *at = looking->at;
    const char *end = g_utf8_offset_to_pointer(at, name->letters);
    bool ends = *end == '\0' || !samsok_project_is_letter(end) || (*end == 's' && !samsok_project_is_letter(end + 1));
    if (!ends || (name->has_capital && !g_unichar_isupper(g_utf8_get_char(at)))) {
        return false;
    }
    SamsokProjectWord before = {0};
    return !name->is_common || is_quote_before(looking->text, at) ||
           (samsok_project_word_before(looking->text, (gsize)(at - looking->text), &before) &&
            samsok_project_noun(looking->spotter->nouns, looking->text, before.end) != NULL);
}

/* The names whose first row of letters is the `len` bytes here. */
static void try_names(const Looking *looking, gsize len)
{
    const GArray *same = g_hash_table_lookup(looking->spotter->heads, hash_of(looking->folded, len));
    for (guint i = 0; same != NULL && i < same->len; i++) {
        guint number = g_array_index(same, guint, i);
        const Name *name = &g_array_index(looking->spotter->names, Name, number);
        if (name->head_len == len && strncmp(looking->folded, name->key, name->len) == 0 &&
            is_place(looking, name)) {
            const SamsokProjectSpot spot = {number, looking->start,
                                            looking->start + (guint)name->letters};
            g_array_append_val(looking->spots, spot);
        }
    }
}

void samsok_project_spotter_find(const SamsokProjectSpotter *spotter, const char *text,
                                 GArray *spots)
{
    g_autofree char *folded = fold(text);
    Looking looking = {spotter, text, text, folded, 0, spots};
    bool is_inside = false;
    while (*looking.folded != '\0') {
        bool was_inside = is_inside;
        is_inside = samsok_project_is_letter(looking.at);
        if (is_inside && !was_inside) {
            gsize len = (gsize)(row_end(looking.folded) - looking.folded);
            try_names(&looking, len);
            if (len > 1 && looking.folded[len - 1] == 's') {
                try_names(&looking, len - 1); /* the genitive of a name of one word */
            }
        }
        looking.at = g_utf8_next_char(looking.at);
        looking.folded = g_utf8_next_char(looking.folded);
        looking.start++;
    }
}
