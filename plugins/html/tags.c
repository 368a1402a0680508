/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds of elements there are: the groups of the HTML standard's rendering section (15.3). */
#include "config.h"

#include "plugins/html/tree.h"

/* One entry a tag of the parser; what is not listed is inline. Elements that browsers show as inline
 * blocks (button, select) and unknown ones count as inline. */
static const bool is_block[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_HTML] = true,       [GUMBO_TAG_HEAD] = true,     [GUMBO_TAG_BODY] = true,
    [GUMBO_TAG_ADDRESS] = true,    [GUMBO_TAG_ARTICLE] = true,  [GUMBO_TAG_ASIDE] = true,
    [GUMBO_TAG_BLOCKQUOTE] = true, [GUMBO_TAG_CENTER] = true,   [GUMBO_TAG_DETAILS] = true,
    [GUMBO_TAG_DD] = true,         [GUMBO_TAG_DIR] = true,
    [GUMBO_TAG_DIV] = true,        [GUMBO_TAG_DL] = true,       [GUMBO_TAG_DT] = true,
    [GUMBO_TAG_FIELDSET] = true,   [GUMBO_TAG_FIGCAPTION] = true, [GUMBO_TAG_FIGURE] = true,
    [GUMBO_TAG_FOOTER] = true,     [GUMBO_TAG_FORM] = true,     [GUMBO_TAG_FRAMESET] = true,
    [GUMBO_TAG_H1] = true,         [GUMBO_TAG_H2] = true,       [GUMBO_TAG_H3] = true,
    [GUMBO_TAG_H4] = true,         [GUMBO_TAG_H5] = true,       [GUMBO_TAG_H6] = true,
    [GUMBO_TAG_HEADER] = true,     [GUMBO_TAG_HGROUP] = true,   [GUMBO_TAG_HR] = true,
    [GUMBO_TAG_LEGEND] = true,     [GUMBO_TAG_LI] = true,       [GUMBO_TAG_LISTING] = true,
    [GUMBO_TAG_MAIN] = true,       [GUMBO_TAG_MENU] = true,     [GUMBO_TAG_NAV] = true,
    [GUMBO_TAG_NOFRAMES] = true,   [GUMBO_TAG_OL] = true,       [GUMBO_TAG_OPTGROUP] = true,
    [GUMBO_TAG_OPTION] = true,     [GUMBO_TAG_P] = true,        [GUMBO_TAG_PLAINTEXT] = true,
    [GUMBO_TAG_PRE] = true,        [GUMBO_TAG_SECTION] = true,  [GUMBO_TAG_SUMMARY] = true,
    [GUMBO_TAG_TABLE] = true,      [GUMBO_TAG_CAPTION] = true,  [GUMBO_TAG_COLGROUP] = true,
    [GUMBO_TAG_COL] = true,        [GUMBO_TAG_TBODY] = true,    [GUMBO_TAG_THEAD] = true,
    [GUMBO_TAG_TFOOT] = true,      [GUMBO_TAG_TR] = true,       [GUMBO_TAG_TD] = true,
    [GUMBO_TAG_TH] = true,         [GUMBO_TAG_TEXTAREA] = true, [GUMBO_TAG_TITLE] = true,
    [GUMBO_TAG_UL] = true,         [GUMBO_TAG_XMP] = true,
};

bool html_tag_is_block(GumboTag tag)
{
    return is_block[tag];
}

bool html_tag_is_code(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE;
}

uint32_t html_tag_heading_level(GumboTag tag)
{
    /* The parser lists h1 to h6 one after the other. */
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? (uint32_t)(tag - GUMBO_TAG_H1) + 1 : 0;
}
