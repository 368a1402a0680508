# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += %D%/samsok.1
dist_doc_DATA = %D%/brukerveiledning.md
