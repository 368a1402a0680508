# SPDX-License-Identifier: GPL-3.0-or-later
dist_check_SCRIPTS += %D%/cli.sh %D%/cite.sh %D%/explain.sh %D%/hostile.sh
TESTS += %D%/cli.sh %D%/cite.sh %D%/explain.sh %D%/hostile.sh
