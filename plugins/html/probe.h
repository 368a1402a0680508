/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure the HTML plugin is that a file is HTML, from its first bytes. */
#ifndef SAMSOK_HTML_PROBE_H
#define SAMSOK_HTML_PROBE_H

#include <stddef.h>

/* The bid of core/extract/plugin.h: 0 not mine, 100 certain. A document type or an html element
 * makes it nearly certain; a fragment that begins with a block element outbids plain text; other
 * XML (SVG, RSS, Atom, plists) and Markdown with a tag in it are refused. */
int html_probe(const char *head, size_t len, const char *media_type);

#endif
