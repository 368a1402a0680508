/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file with a plugin inside this process and writes its runs down as text, for samples.
 *
 * In the program a plugin runs in a worker; here it does not, so that a debugger and the sanitizers
 * see it. The host's services are the real ones as far as a plugin can tell.
 */
#ifndef SAMSOK_TESTS_DUMP_RUNS_H
#define SAMSOK_TESTS_DUMP_RUNS_H

#include "core/extract/plugin.h"

#include <glib.h>

G_BEGIN_DECLS

/* The plugin in the shared object at `path`. It stays loaded until the process ends.
 * Errors: PLUGIN. */
const SamsokPlugin *dump_runs_load(const char *path, GError **error);

/* What `plugin` makes of the file at `path`, a line a run:
 *
 *     probe 35
 *     meta charset "UTF-8"
 *     line p1 l12 bold "text with \t and \\ escaped"
 *     end
 *
 * p: page, l: line, v: level, x y w h: place and s: font size in whole points, then the flags, the name, the text; what is 0 or absent is left out.
 * Long texts are cut. The last line is "end", or the failure: "format: it has no pages". Each run
 * also goes through samsok_runs_append; a run that the program would refuse shows as a line
 * "refused: …" and ends the dump.
 * Owner: the caller frees the result. Errors: IO (the file cannot be read). */
char *dump_runs_of_file(const SamsokPlugin *plugin, const char *path, GError **error);

G_END_DECLS

#endif
