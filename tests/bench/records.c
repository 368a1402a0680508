/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the stored record of each passage into a file of its own: what data/records.dict is made of.
 *
 * usage: records GENERATION FOLDER
 *
 * The dictionary (index/xapian/press.hh) is that of the bundled reports, with zstd 1.5.4:
 *
 *     samsok index -d INDEX data/sample && tests/bench/records INDEX/gen-1 FOLDER
 *     zstd --train -r FOLDER --maxdict=8192 --dictID=1 -o data/records.dict
 */
#include "config.h"

#include <stdio.h>

#include "index/schema.h"
#include "index/xapian/index.h"

static bool write_record(uint32_t docid, const void *bytes, size_t len, void *folder)
{
    g_autofree char *path = g_strdup_printf("%s/%08u", (const char *)folder, docid);
    return g_file_set_contents(path, bytes, (gssize)len, NULL);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 3) {
        fputs("usage: records GENERATION FOLDER\n", stderr);
        return 64;
    }
    g_autoptr(SamsokDatabase) database = samsok_database_open(argv[1], &error);
    if (database == NULL || !samsok_database_each_document(database, SAMSOK_KIND_PASSAGE, write_record, argv[2], &error)) {
        fprintf(stderr, "records: %s\n", error->message);
        return 1;
    }
    return 0;
}
