/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads stub files, and opens what they name. */
#include "config.h"

#include "index/xapian/shards.hh"

#include <fstream>

#include <glib.h>

using Shards = std::vector<Xapian::Database>;

/* A stub that names itself would have no end. */
static const unsigned max_depth = 8;

static void add_shards(const std::string &path, unsigned depth, Shards &shards);

static bool exists(const std::string &path, GFileTest test)
{
    return g_file_test(path.c_str(), test);
}

/* The stub file that `path` is or has in it; "" where it is one database. A database in one file
 * begins with a control character, a stub with a word. */
static std::string stub_of(const std::string &path)
{
    if (exists(path, G_FILE_TEST_IS_DIR)) {
        bool is_database = exists(path + "/iamglass", G_FILE_TEST_EXISTS) ||
                           exists(path + "/iamchert", G_FILE_TEST_EXISTS);
        std::string inner = path + "/XAPIANDB";
        return !is_database && exists(inner, G_FILE_TEST_IS_REGULAR) ? inner : "";
    }
    std::ifstream file(path);
    int first = file.get();
    bool is_database = first != std::ifstream::traits_type::eof() && first < ' ' && first != '\n';
    return exists(path, G_FILE_TEST_IS_REGULAR) && !is_database ? path : "";
}

[[noreturn]] static void throw_bad_line(const std::string &stub, unsigned number)
{
    throw Xapian::DatabaseOpeningError(stub + ":" + std::to_string(number) + ": no database");
}

/* "HOST:PORT" or ":PROGRAM ARGUMENTS". */
static Xapian::Database open_remote(const std::string &where, const std::string &stub,
                                    unsigned number)
{
    size_t colon = where.rfind(':');
    if (where[0] == ':') {
        size_t blank = where.find(' ');
        bool has_arguments = blank != std::string::npos;
        return Xapian::Remote::open(where.substr(1, has_arguments ? blank - 1 : blank),
                                    has_arguments ? where.substr(blank + 1) : "");
    }
    if (colon == std::string::npos) {
        throw_bad_line(stub, number);
    }
    gint64 port = g_ascii_strtoll(where.c_str() + colon + 1, nullptr, 10);
    if (port < 1 || port > G_MAXUINT16) {
        throw_bad_line(stub, number);
    }
    return Xapian::Remote::open(where.substr(0, colon), static_cast<unsigned>(port));
}

static void add_line(const std::string &line, const std::string &stub, unsigned number,
                     unsigned depth, Shards &shards)
{
    size_t blank = line.find(' ');
    std::string kind = line.substr(0, blank);
    std::string where = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (where.empty()) {
        throw_bad_line(stub, number);
    }
    if (kind == "remote") {
        shards.push_back(open_remote(where, stub, number));
        return;
    }
    if (kind != "auto" && kind != "glass") {
        throw_bad_line(stub, number);
    }
    size_t folder = stub.rfind('/');
    bool is_relative = where[0] != '/' && folder != std::string::npos;
    add_shards(is_relative ? stub.substr(0, folder + 1) + where : where, depth + 1, shards);
}

static void add_shards(const std::string &path, unsigned depth, Shards &shards)
{
    std::string stub = stub_of(path);
    if (stub.empty()) {
        shards.push_back(Xapian::Database(path));
        return;
    }
    if (depth > max_depth) {
        throw Xapian::DatabaseOpeningError(stub + ": stubs in stubs without end");
    }
    std::ifstream file(stub);
    std::string line;
    for (unsigned number = 1; std::getline(file, line); number++) {
        if (!line.empty() && line[0] != '#') {
            add_line(line, stub, number, depth, shards);
        }
    }
}

Shards samsok_shards_behind(const std::string &path)
{
    Shards shards;
    add_shards(path, 0, shards);
    return shards;
}
