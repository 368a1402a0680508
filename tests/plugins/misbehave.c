/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin that does what the file tells it to: crash, hang, flood, lie. For tests only.
 *
 * A file begins with "MISBEHAVE " and a word from the tables below; a line feed ends the word.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/extract/plugin.h"

#define MAGIC_WORD "MISBEHAVE "

enum { WORD_BYTES = 40, SOCKET_FD = 3, LONG_TEXT_BYTES = 1 << 20 };

struct SamsokReader {
    const SamsokInput *input;
    char word[WORD_BYTES];
    unsigned step; /* calls of next before this one */
    char text[200];
    char *long_text;
};

static void take_word(const char *head, size_t len, char *out)
{
    size_t used = 0;
    size_t start = sizeof(MAGIC_WORD) - 1;
    for (size_t i = start; i < len && head[i] != '\n' && used < WORD_BYTES - 1; i++) {
        out[used++] = head[i];
    }
    out[used] = '\0';
}

static void sleep_ms(long ms)
{
    const struct timespec span = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&span, NULL);
}

static void crash(void)
{
    /* Past the handler of a sanitizer, which would turn it into an exit. */
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
}

static void hang(void)
{
    for (;;) {
        pause();
    }
}

static int probe(const char *head, size_t len, const char *media_type)
{
    (void)media_type;
    if (len < sizeof(MAGIC_WORD) - 1 || memcmp(head, MAGIC_WORD, sizeof(MAGIC_WORD) - 1) != 0) {
        return 0;
    }
    char word[WORD_BYTES];
    take_word(head, len, word);
    if (strcmp(word, "crash-in-probe") == 0) {
        crash();
    }
    if (strcmp(word, "hang-in-probe") == 0) {
        hang();
    }
    return strcmp(word, "bid-a-million") == 0 ? 1000000 : 80;
}

static SamsokStatus open_reader(const SamsokInput *input, SamsokReader **out_reader)
{
    char head[100];
    ssize_t len = pread(input->fd, head, sizeof(head), 0);
    if (len < 0) {
        input->host->fail(input, "cannot be read");
        return SAMSOK_IO;
    }
    SamsokReader *reader = calloc(1, sizeof(*reader));
    reader->input = input;
    take_word(head, (size_t)len, reader->word);
    if (strcmp(reader->word, "crash-in-open") == 0) {
        crash();
    }
    if (strcmp(reader->word, "end-in-open") == 0) {
        free(reader);
        return SAMSOK_END;
    }
    if (strcmp(reader->word, "encrypted") == 0) {
        input->host->fail(input, "a first reason");
        input->host->fail(input, "needs a password");
        free(reader);
        return SAMSOK_ENCRYPTED;
    }
    *out_reader = reader;
    return SAMSOK_OK;
}

static SamsokStatus say(SamsokReader *reader, SamsokRun *run, const char *text)
{
    snprintf(reader->text, sizeof(reader->text), "%s", text);
    run->kind = SAMSOK_RUN_LINE;
    run->text = reader->text;
    run->text_len = strlen(reader->text);
    return SAMSOK_OK;
}

static SamsokStatus say_number(SamsokReader *reader, SamsokRun *run, long number)
{
    char text[30];
    snprintf(text, sizeof(text), "%ld", number);
    return say(reader, run, text);
}

/* What is done instead of a run, as a status; each is called once for each call of next. */

static SamsokStatus do_crash(SamsokReader *reader, SamsokRun *run)
{
    crash();
    return say(reader, run, "");
}

static SamsokStatus do_abort(SamsokReader *reader, SamsokRun *run)
{
    signal(SIGABRT, SIG_DFL);
    abort();
    return say(reader, run, "");
}

static SamsokStatus do_exit(SamsokReader *reader, SamsokRun *run)
{
    _exit(7);
    return say(reader, run, "");
}

static SamsokStatus do_hang(SamsokReader *reader, SamsokRun *run)
{
    hang();
    return say(reader, run, "");
}

static SamsokStatus do_drip(SamsokReader *reader, SamsokRun *run)
{
    sleep_ms(20);
    return say(reader, run, "drip");
}

static SamsokStatus do_pretend(SamsokReader *reader, SamsokRun *run)
{
    for (;;) {
        sleep_ms(5);
        reader->input->host->alive(reader->input);
    }
    return say(reader, run, "");
}

/* Longer than the tests' deadline without progress, but never silent for as long as that. */
static SamsokStatus do_take_time(SamsokReader *reader, SamsokRun *run)
{
    for (int i = 0; i < 60 && reader->step == 0; i++) {
        sleep_ms(20);
        reader->input->host->alive(reader->input);
    }
    return reader->step == 0 ? say(reader, run, "at last") : SAMSOK_END;
}

static SamsokStatus do_flood(SamsokReader *reader, SamsokRun *run)
{
    if (reader->long_text == NULL) {
        reader->long_text = malloc(LONG_TEXT_BYTES);
        memset(reader->long_text, 'x', LONG_TEXT_BYTES);
    }
    run->kind = SAMSOK_RUN_LINE;
    run->text = reader->long_text;
    run->text_len = LONG_TEXT_BYTES;
    return SAMSOK_OK;
}

static SamsokStatus do_flood_unknown(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    run->kind = 7777;
    return SAMSOK_OK;
}

static SamsokStatus do_leak(SamsokReader *reader, SamsokRun *run)
{
    for (;;) {
        char *block = malloc(LONG_TEXT_BYTES);
        if (block == NULL) {
            signal(SIGABRT, SIG_DFL);
            abort();
        }
        memset(block, 'x', LONG_TEXT_BYTES);
    }
    return say(reader, run, "");
}

/* Two thirds of what the test allows, kept for ever: one file goes well, a second does not. */
static SamsokStatus do_leak_some(SamsokReader *reader, SamsokRun *run)
{
    for (int i = 0; i < 170 && reader->step == 0; i++) {
        char *block = malloc(LONG_TEXT_BYTES);
        if (block == NULL) {
            signal(SIGABRT, SIG_DFL);
            abort();
        }
        memset(block, 'x', LONG_TEXT_BYTES);
    }
    return reader->step == 0 ? say(reader, run, "leaked") : SAMSOK_END;
}

static SamsokStatus do_too_long(SamsokReader *reader, SamsokRun *run)
{
    SamsokStatus status = do_flood(reader, run);
    run->text_len = SAMSOK_RUN_MAX_BYTES + 1;
    return status;
}

static SamsokStatus do_endless(SamsokReader *reader, SamsokRun *run)
{
    say(reader, run, "short");
    run->text_len = SIZE_MAX;
    return SAMSOK_OK;
}

static SamsokStatus do_nowhere(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    run->kind = SAMSOK_RUN_LINE;
    run->text_len = 10;
    return SAMSOK_OK;
}

static SamsokStatus do_page_five(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    run->kind = SAMSOK_RUN_PAGE;
    run->page = 5;
    return SAMSOK_OK;
}

static SamsokStatus do_page_back(SamsokReader *reader, SamsokRun *run)
{
    static const unsigned pages[] = {1, 2, 1};
    if (reader->step < 2) {
        run->kind = SAMSOK_RUN_PAGE;
        run->page = pages[reader->step];
        return SAMSOK_OK;
    }
    SamsokStatus status = say(reader, run, "back on page one");
    run->page = 1;
    return reader->step < 3 ? status : SAMSOK_END;
}

static SamsokStatus do_no_number(SamsokReader *reader, SamsokRun *run)
{
    SamsokStatus status = say(reader, run, "nowhere on the page");
    run->x = NAN;
    return status;
}

static SamsokStatus do_bad_text(SamsokReader *reader, SamsokRun *run)
{
    return reader->step == 0 ? say(reader, run, "a\xff\x01z") : SAMSOK_END;
}

static SamsokStatus do_unknown_kind(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step == 0) {
        return do_flood_unknown(reader, run);
    }
    return reader->step == 1 ? say(reader, run, "after it") : SAMSOK_END;
}

static SamsokStatus do_unknown_status(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    (void)run;
    return (SamsokStatus)42;
}

static SamsokStatus do_fail_silently(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    (void)run;
    return SAMSOK_FORMAT;
}

static SamsokStatus do_fail_loudly(SamsokReader *reader, SamsokRun *run)
{
    do_flood(reader, run);
    reader->long_text[LONG_TEXT_BYTES - 1] = '\0';
    memcpy(reader->long_text, "line one\nline\x01 two\xff ", 20);
    reader->input->host->fail(reader->input, reader->long_text);
    return SAMSOK_FORMAT;
}

static SamsokStatus do_garbage(SamsokReader *reader, SamsokRun *run)
{
    static const char garbage[] = "HTTP/1.1 200 OK\r\nThis is not what was asked for.\r\n";
    ssize_t written = write(SOCKET_FD, garbage, sizeof(garbage));
    (void)written;
    return reader->step == 0 ? say(reader, run, "") : SAMSOK_END;
}

static SamsokStatus do_close_socket(SamsokReader *reader, SamsokRun *run)
{
    close(SOCKET_FD);
    hang();
    return say(reader, run, "");
}

/* A child that holds the connection and speaks out of turn when the next file is being read. */
static SamsokStatus do_late_garbage(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step == 0 && fork() == 0) {
        sleep_ms(50);
        do_garbage(reader, run);
        hang();
    }
    return reader->step == 0 ? say(reader, run, "for now") : SAMSOK_END;
}

/* Tells the number of a child that would live for ever. */
static SamsokStatus do_orphan(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step > 0) {
        return SAMSOK_END;
    }
    pid_t child = fork();
    if (child == 0) {
        hang();
    }
    return say_number(reader, run, child);
}

static SamsokStatus do_print(SamsokReader *reader, SamsokRun *run)
{
    printf("plugins do not print\n");
    fflush(stdout);
    fprintf(stderr, "nor here\n");
    return reader->step == 0 ? say(reader, run, "printed") : SAMSOK_END;
}

/* Tells what became of writing to a file. */
static SamsokStatus do_write(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step > 0) {
        return SAMSOK_END;
    }
    char path[] = "/tmp/samsok-misbehave-XXXXXX";
    int fd = mkstemp(path);
    if (fd < 0) {
        return say(reader, run, "not written");
    }
    bool is_written = write(fd, "x", 1) == 1;
    close(fd);
    unlink(path);
    return say(reader, run, is_written ? "written" : "not written");
}

/* Tells how many descriptors the process was given, without the one for looking. */
static SamsokStatus do_count_fds(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step > 0) {
        return SAMSOK_END;
    }
    DIR *dir = opendir("/proc/self/fd");
    long count = 0;
    while (dir != NULL && readdir(dir) != NULL) {
        count++;
    }
    if (dir != NULL) {
        closedir(dir);
    }
    return say_number(reader, run, count - 3);
}

/* Tells how many descriptors it can have. */
static SamsokStatus do_take_fds(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step > 0) {
        return SAMSOK_END;
    }
    long count = 0;
    while (dup(0) >= 0) {
        count++;
    }
    for (long fd = 0; fd < count; fd++) {
        close((int)fd + SOCKET_FD + 2);
    }
    return say_number(reader, run, count);
}

/* Tells the worker's process, and which file of that process this is. */
static SamsokStatus do_tell_process(SamsokReader *reader, SamsokRun *run)
{
    return reader->step == 0 ? say_number(reader, run, getpid()) : SAMSOK_END;
}

static SamsokStatus do_tell_offset(SamsokReader *reader, SamsokRun *run)
{
    if (reader->step > 0) {
        return SAMSOK_END;
    }
    long offset = (long)lseek(reader->input->fd, 0, SEEK_CUR);
    lseek(reader->input->fd, 5, SEEK_SET);
    return say_number(reader, run, offset);
}

/* The host's own services, as a well-behaved plugin uses them. */
static SamsokStatus do_decode(SamsokReader *reader, SamsokRun *run)
{
    const SamsokHost *host = reader->input->host;
    const char *bytes = NULL;
    size_t len = 0;
    SamsokDecoded decoded;
    SamsokStatus status = host->contents(reader->input, &bytes, &len);
    if (status == SAMSOK_OK) {
        status = host->decode(reader->input, bytes, len, NULL, &decoded);
    }
    if (status != SAMSOK_OK) {
        return status;
    }
    return reader->step == 0 ? say(reader, run, decoded.text) : SAMSOK_END;
}

static SamsokStatus do_well(SamsokReader *reader, SamsokRun *run)
{
    return reader->step < 3 ? say_number(reader, run, reader->step) : SAMSOK_END;
}

static const struct {
    const char *word;
    SamsokStatus (*act)(SamsokReader *reader, SamsokRun *run);
} acts[] = {
    {"crash", do_crash}, {"abort", do_abort}, {"exit", do_exit}, {"hang", do_hang},
    {"drip", do_drip}, {"pretend", do_pretend}, {"take-time", do_take_time},
    {"flood", do_flood}, {"flood-unknown", do_flood_unknown}, {"leak", do_leak},
    {"leak-some", do_leak_some}, {"too-long", do_too_long}, {"endless", do_endless},
    {"nowhere", do_nowhere}, {"page-five", do_page_five}, {"page-back", do_page_back},
    {"no-number", do_no_number}, {"bad-text", do_bad_text}, {"unknown-kind", do_unknown_kind},
    {"unknown-status", do_unknown_status}, {"fail-silently", do_fail_silently},
    {"fail-loudly", do_fail_loudly}, {"garbage", do_garbage}, {"close-socket", do_close_socket},
    {"late-garbage", do_late_garbage}, {"orphan", do_orphan}, {"print", do_print},
    {"write", do_write}, {"count-fds", do_count_fds}, {"take-fds", do_take_fds},
    {"tell-process", do_tell_process}, {"tell-offset", do_tell_offset}, {"decode", do_decode},
};

static SamsokStatus next(SamsokReader *reader, SamsokRun *run)
{
    SamsokStatus (*act)(SamsokReader *, SamsokRun *) = do_well;
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
        if (strcmp(acts[i].word, reader->word) == 0) {
            act = acts[i].act;
        }
    }
    SamsokStatus status = act(reader, run);
    reader->step++;
    return status;
}

static void close_reader(SamsokReader *reader)
{
    if (strcmp(reader->word, "crash-in-close") == 0) {
        crash();
    }
    if (strcmp(reader->word, "hang-in-close") == 0) {
        hang();
    }
    free(reader->long_text);
    free(reader);
}

static const char *const media_types[] = {"application/x-samsok-misbehave", NULL};

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
    .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
    .struct_size = sizeof(SamsokPlugin),
    .trust = SAMSOK_TRUST_FOREIGN,
    .name = "misbehave",
    .version = "1.0",
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .probe = probe,
    .open = open_reader,
    .next = next,
    .close = close_reader,
};
