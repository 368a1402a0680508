/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what surrounds a document on its page: navigation, cookie notices, buttons, hidden parts. */
#include "config.h"

#include "plugins/html/chrome.h"

#include "plugins/html/strings.h"

#include <string.h>

/* Roles of WAI-ARIA 1.2 that name something to use rather than to read. */
static const char *const dropped_roles[] = {
    "navigation", "banner",  "contentinfo", "search",   "complementary", "menu",  "menubar",
    "toolbar",    "tablist", "dialog",      "alertdialog", "button",     "tooltip", "switch",
    "progressbar", NULL};

static const char *const contents_roles[] = {"doc-toc", "directory", NULL};
static const char *const contents_words[] = {"toc", "innholdsfortegnelse", "innhaldsliste", NULL};

/* Words in class names and ids, by how much text they may take with them. */
static const char *const consent_words[] = {"cookie", "cookies", "consent", "samtykke", "gdpr",
                                            "informasjonskapsler", NULL};
static const char *const unseen_words[] = {"visuallyhidden", "visually-hidden", "sr-only",
                                           "screen-reader-text", "screen-reader", "screenreader",
                                           "d-none", "skip-link", "skiplink", "is-hidden", NULL};
static const char *const chrome_words[] = {
    "nav", "navbar", "navigation", "navigasjon", "navheader", "navfooter", "docnav", "navig",
    "menu", "meny", "breadcrumb", "breadcrumbs", "brødsmule", "brødsmulesti", "brodsmulesti",
    "brodsmuler", "share", "sharing", "social", "skip", "skiplinks", "sidemeny", "toolbar",
    "toolbox", "pagination", "pager", "paginering", "search", "searchbox", "searchform", "sok",
    "søk", "banner", "footer", "bunntekst", "topptekst", "newsletter", "nyhetsbrev", "popup",
    "modal", "tooltip", "login", "logginn", "feedback", "tilbakemelding", "reportbug", "print",
    "printversion", "utskrift", "ads", "advert", "btn", "button", "dropdown", "editsection",
    "backlink", NULL};

/* Words that name a place beside the text as often as a box in it: only what is mostly links. */
static const char *const beside_words[] = {"sidebar", "sidebars", "related", "relatert", "aside",
                                           "edit", "del", NULL};

static const char *const phrases[] = {
    "til innholdsfortegnelse", "til innholdsfortegnelsen", "til innhaldsliste", "til toppen",
    "tilbake til toppen", "til topps", "gå til toppen", "til toppen av siden", "skriv ut",
    "skriv ut siden", "skriv ut denne siden", "hopp til hovedinnhold", "hopp til hovedinnholdet",
    "hopp til innhold", "hopp til innholdet", "hopp til hovudinnhald", "gå til hovedinnhold",
    "gå til innhold", "til hovedinnhold", "del", "del siden", "del denne siden", "del artikkel",
    "del på facebook", "del på twitter", "del på linkedin", "del på e-post", "facebook", "twitter",
    "linkedin", "e-post", "tips en venn", "last ned", "last ned pdf", "last ned som pdf", "lukk",
    "meny", "søk", "vis mer", "vis mindre", "les mer", "forrige", "neste", "førre", "forrige side",
    "neste side", "forrige kapittel", "neste kapittel", "tilbake", "hjem", "heim", "forside",
    "forsiden", "logg inn", "godta alle", "godta", "avvis", "skip to content",
    "skip to main content", "print", "share", "back to top", "next", "previous", "download the ebook",
    NULL};

/* A class name may take this much text outside links with it; a consent notice more. */
#define CHROME_PROSE_MAX 240
#define CONSENT_PROSE_MAX 3000
/* Text behind aria-hidden is a repetition for the eye when it is short. */
#define DECORATION_MAX 300

static bool is_word_end(const char *value, size_t at)
{
    char c = value[at];
    return c == '\0' || !(html_is_letter(c) || (unsigned char)c >= 0x80) ||
           (at > 0 && c >= 'A' && c <= 'Z' && value[at - 1] >= 'a' && value[at - 1] <= 'z');
}

bool html_chrome_has_part(const HtmlTree *tree, uint32_t index, const char *attribute,
                          const char *const *words)
{
    const char *value = html_tree_attribute(tree, index, attribute);
    while (value != NULL && *value != '\0') {
        size_t len = 1;
        while (!is_word_end(value, len)) {
            len++;
        }
        if (html_is_one_of(value, len, words)) {
            return true;
        }
        value += len;
        while (*value != '\0' && !html_is_letter(*value) && (unsigned char)*value < 0x80) {
            value++;
        }
    }
    return false;
}

static bool is_named(const HtmlTree *tree, uint32_t index, const char *const *words)
{
    return html_chrome_has_part(tree, index, "class", words) ||
           html_chrome_has_part(tree, index, "id", words);
}

bool html_chrome_is_contents(const HtmlTree *tree, uint32_t index)
{
    switch ((int)tree->nodes[index].tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_ASIDE:
        break;
    default:
        return false;
    }
    const HtmlNode *node = &tree->nodes[index];
    return html_tree_has_word(tree, index, "role", contents_roles) ||
           (node->link * 2 > node->text && is_named(tree, index, contents_words));
}

bool html_chrome_is_phrase(const char *text, size_t len)
{
    html_trim(&text, &len);
    return html_is_one_of(text, len, phrases);
}

static bool has_style(const HtmlTree *tree, uint32_t index, const char *property,
                      const char *value)
{
    const char *style = html_tree_attribute(tree, index, "style");
    if (style == NULL) {
        return false;
    }
    size_t len = strlen(style);
    size_t at = html_find(style, len, property);
    if (at == len) {
        return false;
    }
    at += strlen(property);
    while (at < len && (html_is_space(style[at]) || style[at] == ':')) {
        at++;
    }
    return html_starts_with(style + at, len - at, value);
}

static bool is_hidden(const HtmlTree *tree, uint32_t index)
{
    static const char *const yes[] = {"true", NULL};
    const char *hidden = html_tree_attribute(tree, index, "hidden");
    if (hidden != NULL && !html_equals(hidden, strlen(hidden), "until-found")) {
        return true;
    }
    return has_style(tree, index, "display", "none") ||
           has_style(tree, index, "visibility", "hidden") ||
           (html_tree_has_word(tree, index, "aria-hidden", yes) &&
            tree->nodes[index].text <= DECORATION_MAX) ||
           html_tree_has_word(tree, index, "class", unseen_words);
}

/* Elements whose content is used, not read, wherever they stand. */
static bool is_widget(GumboTag tag)
{
    switch ((int)tag) {
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
        return true;
    default:
        return false;
    }
}

/* Roles of the Digital Publishing module of WAI-ARIA ("doc-footnote", "doc-bibliography") name parts
 * of a text. */
static bool is_publication_part(const HtmlTree *tree, uint32_t index)
{
    const char *role = html_tree_attribute(tree, index, "role");
    return role != NULL && html_starts_with(role, strlen(role), "doc-");
}

/* The header or footer of the page, not of an article or section on it. */
static bool is_page_frame(const HtmlTree *tree, uint32_t index)
{
    GumboTag tag = tree->nodes[index].tag;
    if (tag != GUMBO_TAG_HEADER && tag != GUMBO_TAG_FOOTER && tag != GUMBO_TAG_ASIDE) {
        return false;
    }
    return !html_tree_is_inside(tree, index, GUMBO_TAG_MAIN) &&
           !html_tree_is_inside(tree, index, GUMBO_TAG_ARTICLE) &&
           !html_tree_is_inside(tree, index, GUMBO_TAG_SECTION);
}

static bool is_chrome_by_name(const HtmlTree *tree, uint32_t index, uint32_t body)
{
    const HtmlNode *node = &tree->nodes[index];
    if (node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_MAIN ||
        node->tag == GUMBO_TAG_ARTICLE || html_tag_heading_level(node->tag) > 0) {
        return false;
    }
    uint32_t outside_links = node->text - node->link;
    if (outside_links * 2 > tree->nodes[body].text) {
        return false;
    }
    if (outside_links <= CONSENT_PROSE_MAX && is_named(tree, index, consent_words)) {
        return true;
    }
    bool is_short = outside_links <= CHROME_PROSE_MAX;
    bool is_links = node->link * 2 > node->text;
    if (is_links && is_named(tree, index, beside_words)) {
        return true;
    }
    return (is_short || is_links) && html_tag_is_block(node->tag)
               ? is_named(tree, index, chrome_words)
               : is_short && html_chrome_has_part(tree, index, "class", chrome_words);
}

/* A form with a few words is a search box or a log-in; one around a page is none. */
static bool is_small_form(const HtmlNode *node)
{
    return node->tag == GUMBO_TAG_FORM && node->text - node->link <= CHROME_PROSE_MAX;
}

static bool is_chrome(const HtmlTree *tree, uint32_t index, uint32_t body)
{
    const HtmlNode *node = &tree->nodes[index];
    if (node->tag == GUMBO_TAG_HTML || node->tag == GUMBO_TAG_HEAD || node->tag == GUMBO_TAG_BODY) {
        return false;
    }
    if (html_tag_is_code(node->tag) || is_hidden(tree, index)) {
        return true;
    }
    if (html_chrome_is_contents(tree, index) || is_publication_part(tree, index)) {
        return false;
    }
    return is_widget(node->tag) || is_small_form(node) || is_page_frame(tree, index) ||
           (node->tag != GUMBO_TAG_MAIN &&
            html_tree_has_word(tree, index, "role", dropped_roles)) ||
           is_chrome_by_name(tree, index, body);
}

void html_chrome_drop(HtmlTree *tree)
{
    uint32_t body = html_tree_find(tree, 0, GUMBO_TAG_BODY);
    if (body == HTML_NONE) {
        return;
    }
    uint32_t i = body + 1;
    while (i < tree->nodes[body].end) {
        bool is_dropped = html_tree_is_element(tree, i) && is_chrome(tree, i, body);
        tree->nodes[i].is_dropped = is_dropped;
        i = is_dropped ? tree->nodes[i].end : i + 1;
    }
    html_tree_measure_prose(tree);
}
