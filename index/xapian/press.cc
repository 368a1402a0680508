/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presses stored bytes. */
#include "config.h"

#include "index/xapian/press.hh"

#include <cstring>
#include <new>

#include <zstd.h>

#include "core/base/limits.h"
#include "index/schema.h"

/* Made from data/records.dict by the build. */
static const unsigned char dictionary[] = {
#include "index/xapian/records_dict.inc"
};

/* The next levels make records 0.53 of what they are, in three times the time. */
static const int level = 3;
/* Fewer bytes gain nothing. */
static const size_t least_len = 64;

/* How a frame begins (RFC 8878, section 3.1.1). */
static const char frame_magic[] = {'\x28', '\xB5', '\x2F', '\xFD'};

static bool is_frame(const std::string &bytes)
{
    return bytes.size() >= sizeof frame_magic && memcmp(bytes.data(), frame_magic, sizeof frame_magic) == 0;
}

template <typename T>
static T *made(T *object)
{
    if (object == nullptr) {
        throw std::bad_alloc();
    }
    return object;
}

/* Sets up `context`: each frame ends with a checksum, as a flipped bit of a literal unpresses like any other. */
static void prepare(ZSTD_CCtx *context, const ZSTD_CDict *words)
{
    size_t checked = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    size_t told = ZSTD_CCtx_refCDict(context, words);
    if (ZSTD_isError(checked) != 0 || ZSTD_isError(told) != 0) {
        throw Xapian::InternalError("zstd refuses a checksum or its dictionary");
    }
}

struct SamsokPress::Tools {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{made(ZSTD_createCCtx()), ZSTD_freeCCtx};
    std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> words{
        made(ZSTD_createCDict(dictionary, sizeof dictionary, level)), ZSTD_freeCDict};
    Tools() { prepare(context.get(), words.get()); }
};

struct SamsokUnpress::Tools {
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{made(ZSTD_createDCtx()), ZSTD_freeDCtx};
    std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)> words{
        made(ZSTD_createDDict(dictionary, sizeof dictionary)), ZSTD_freeDDict};
};

SamsokPress::SamsokPress() = default;
SamsokPress::~SamsokPress() = default;
SamsokUnpress::SamsokUnpress() = default;
SamsokUnpress::~SamsokUnpress() = default;

/* Bytes that would be taken for a frame are pressed whatever comes of it. */
std::string SamsokPress::pressed(const std::string &bytes)
{
    bool must_be = is_frame(bytes);
    if ((bytes.size() < least_len || bytes.size() > SAMSOK_MAX_RECORD_BYTES) && !must_be) {
        return bytes;
    }
    if (tools == nullptr) {
        tools = std::make_unique<Tools>();
    }
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    size_t len = ZSTD_compress2(tools->context.get(), &frame[0], frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(len) != 0) {
        throw Xapian::InternalError(ZSTD_getErrorName(len));
    }
    frame.resize(len);
    return len < bytes.size() || must_be ? frame : bytes;
}

std::string SamsokUnpress::unpressed(std::string bytes)
{
    if (!is_frame(bytes)) {
        return bytes;
    }
    unsigned long long len = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (len > SAMSOK_MAX_RECORD_BYTES) { /* unknown sizes are the largest numbers */
        throw Xapian::DatabaseCorruptError("a record of no size, or of one past the limit");
    }
    if (tools == nullptr) {
        tools = std::make_unique<Tools>();
    }
    std::string record(static_cast<size_t>(len), '\0');
    size_t got = ZSTD_decompress_usingDDict(tools->context.get(), &record[0], record.size(), bytes.data(),
                                            bytes.size(), tools->words.get());
    if (ZSTD_isError(got) != 0 || got != record.size()) {
        throw Xapian::DatabaseCorruptError("a record that cannot be unpressed");
    }
    return record;
}

void SamsokPress::store(Xapian::Document &document, const std::string &bytes)
{
    document.add_value(SAMSOK_SLOT_RECORD, pressed(bytes));
    document.set_data(std::string());
}

std::string SamsokUnpress::stored(const Xapian::Document &document)
{
    std::string bytes = document.get_value(SAMSOK_SLOT_RECORD);
    return unpressed(bytes.empty() ? document.get_data() : bytes);
}
