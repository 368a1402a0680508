# SPDX-License-Identifier: GPL-3.0-or-later

# The sample corpus, with the script that sets its PDFs: run it by hand after changing a source.
EXTRA_DIST += data/sample-source/README.md data/sample-source/make-pdf.py \
  data/sample-source/samordningsrapport-2019-1.report data/sample/pdf/samordningsrapport-2019-1.pdf \
  data/sample-source/samordningsrapport-2019-4.report data/sample/pdf/samordningsrapport-2019-4.pdf \
  data/sample-source/samordningsrapport-2020-2.report data/sample/pdf/samordningsrapport-2020-2.pdf \
  data/sample-source/samordningsrapport-2021-3.report data/sample/pdf/samordningsrapport-2021-3.pdf \
  data/sample-source/samordningsrapport-2022-1.report data/sample/pdf/samordningsrapport-2022-1.pdf
EXTRA_DIST += data/sample/metadata.csv \
  data/sample/html/samordningsrapport-2018-2.html data/sample/html/samordningsrapport-2020-5.html \
  data/sample/html/samordningsrapport-2021-1.html data/sample/html/samordningsrapport-2023-2.html \
  data/sample/txt/samordningsrapport-2017-3.txt data/sample/txt/samordningsrapport-2018-4.txt \
  data/sample/txt/samordningsrapport-2019-2.txt data/sample/txt/samordningsrapport-2022-4.txt \
  data/sample/txt/samordningsrapport-2023-1.txt

# The vocabulary.
dist_pkgdata_DATA = data/samordning.ttl
