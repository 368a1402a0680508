/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tagging itself costs: user CPU seconds a megabyte of text, with vocabularies alone and together.
 *
 * usage: tagger VOCABULARY... -- FILE...
 *
 * The files are plain text in UTF-8; each is a document, an empty line parts its blocks. Reading them and
 * loading the vocabularies is measured apart. Every file is tagged as often as it takes to pass a second.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "core/base/text.h"
#include "core/concepts/tagger.h"

typedef struct {
    GPtrArray *documents; /* of char **: blocks, clean */
    size_t bytes;
} Texts;

static double user_seconds(void)
{
    struct rusage own;
    getrusage(RUSAGE_SELF, &own);
    return (double)own.ru_utime.tv_sec + (double)own.ru_utime.tv_usec / 1e6;
}

static void read_text(Texts *texts, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &bytes, &len, NULL)) {
        fprintf(stderr, "tagger: '%s' cannot be read\n", path);
        return;
    }
    g_autofree char *clean = samsok_text_clean(bytes, len, NULL);
    texts->bytes += strlen(clean);
    g_ptr_array_add(texts->documents, g_strsplit(clean, "\n\n", -1));
}

static guint tag_all(SamsokTagger *tagger, const Texts *texts)
{
    guint mentions = 0;
    for (guint i = 0; i < texts->documents->len; i++) {
        char **blocks = g_ptr_array_index(texts->documents, i);
        for (guint j = 0; blocks[j] != NULL; j++) {
            samsok_tagger_add(tagger, blocks[j], "nb", j / 10, j);
        }
        g_autoptr(GArray) found = samsok_tagger_finish(tagger);
        mentions += found->len;
    }
    return mentions;
}

/* Measures the texts with the vocabularies of `files`, from `first` up to before `end`. */
static bool measure(char **files, int first, int end, const Texts *texts)
{
    double start = user_seconds();
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    for (int i = first; i < end; i++) {
        if (!samsok_vocabulary_load(vocabulary, files[i], &error)) {
            fprintf(stderr, "tagger: %s\n", error->message);
            return false;
        }
    }
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    double loaded = user_seconds();
    guint mentions = tag_all(tagger, texts);
    double once = user_seconds() - loaded;
    guint times = 1;
    while (user_seconds() - loaded < 1 && texts->bytes > 0) {
        tag_all(tagger, texts);
        times++;
    }
    double seconds = (user_seconds() - loaded) / times;
    for (int i = first; i < end; i++) {
        g_autofree char *name = g_path_get_basename(files[i]);
        printf("%s%s", i == first ? "" : " + ", name);
    }
    printf(": %u patterns, loaded in %.3f s; %.1f MB of text, %u mentions; %.1f MB a CPU second, %.1f the first time\n",
           samsok_lexicon_pattern_count(lexicon), loaded - start, (double)texts->bytes / 1e6, mentions,
           (double)texts->bytes / 1e6 / seconds, (double)texts->bytes / 1e6 / once);
    return true;
}

int main(int argc, char **argv)
{
    int border = 1;
    while (border < argc && strcmp(argv[border], "--") != 0) {
        border++;
    }
    if (border < 2 || border + 1 >= argc) {
        fputs("usage: tagger VOCABULARY... -- FILE...\n", stderr);
        return 64;
    }
    Texts texts = {.documents = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
    for (int i = border + 1; i < argc; i++) {
        read_text(&texts, argv[i]);
    }
    bool done = true;
    for (int i = 1; done && i < border && border > 2; i++) {
        done = measure(argv, i, i + 1, &texts);
    }
    done = done && measure(argv, 1, border, &texts);
    g_ptr_array_unref(texts.documents);
    return done ? 0 : 65;
}
