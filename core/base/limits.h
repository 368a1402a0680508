/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every size that input decides has a limit, and every limit is named here and nowhere else.
 *
 * Names end in their unit. A file that reaches a limit fails with SAMSOK_ERROR_LIMIT and a message
 * that says which; the run goes on. The numbers are chosen so that the largest real report seen
 * (a 217-page PDF, 2 MB of text; a 3 MB manual in one HTML page) stays a factor of ten below them.
 */
#ifndef SAMSOK_BASE_LIMITS_H
#define SAMSOK_BASE_LIMITS_H

#include <stddef.h>
#include <stdint.h>

/* A file to be read. Larger ones are refused before a worker is asked. */
#define SAMSOK_MAX_FILE_BYTES ((uint64_t)512 << 20)
/* The head of a file that detection and a plugin's probe see. */
#define SAMSOK_HEAD_BYTES ((size_t)64 << 10)
/* One run's text or name; the host cuts nothing: a longer run is a plugin's error. */
#define SAMSOK_MAX_RUN_BYTES ((size_t)1 << 20)
/* All text of one file, after extraction. */
#define SAMSOK_MAX_TEXT_BYTES ((size_t)64 << 20)
/* Runs of one file: 112 MB of records at the most. */
#define SAMSOK_MAX_RUNS ((uint32_t)1000000)
/* Pages of one file. */
#define SAMSOK_MAX_PAGES ((uint32_t)50000)
/* Warnings kept for one file; further ones are counted in a last one. */
#define SAMSOK_MAX_WARNINGS ((uint32_t)200)
/* Headings kept in a report's stored outline; further ones still head their passages. */
#define SAMSOK_MAX_OUTLINE ((uint32_t)5000)
/* A heading. What is longer is a paragraph that was marked as one: it would stand above each passage of its
 * section, stored with each. */
#define SAMSOK_MAX_HEADING_BYTES ((size_t)4096)
/* Depth of headings and lists; deeper ones are clamped. */
#define SAMSOK_MAX_LEVEL ((uint32_t)9)
/* One metadata value (title, author list, …); longer ones are cut at a character. */
#define SAMSOK_MAX_META_BYTES ((size_t)4096)
/* Depth of an HTML tree that is walked; the parser itself is iterative. */
#define SAMSOK_MAX_TREE_DEPTH ((uint32_t)512)
/* Words of a passage: the aim, and the length at which a sentence is no longer waited for. */
#define SAMSOK_PASSAGE_MIN_WORDS ((uint32_t)100)
#define SAMSOK_PASSAGE_MAX_WORDS ((uint32_t)200)
#define SAMSOK_PASSAGE_HARD_WORDS ((uint32_t)600)
/* Text without blanks is cut here instead. */
#define SAMSOK_PASSAGE_HARD_BYTES ((size_t)16 << 10)
/* Depth of folders that a run descends. */
#define SAMSOK_MAX_FOLDER_DEPTH ((uint32_t)64)
/* Rows of words of one report that are compared with another's, and the reports compared. */
#define SAMSOK_MAX_COMPARED_ROWS ((uint32_t)200000)
#define SAMSOK_MAX_CARRIERS ((uint32_t)50)
/* A query as typed. */
#define SAMSOK_MAX_QUERY_BYTES ((size_t)16 << 10)
/* The id before a query in a batch file. */
#define SAMSOK_MAX_QUERY_ID_BYTES ((size_t)1 << 10)
#define SAMSOK_MAX_QUERY_DEPTH ((uint32_t)32)
#define SAMSOK_MAX_QUERY_TERMS ((uint32_t)256)
/* Words of a text by which what is like it is found. */
#define SAMSOK_SIMILAR_WORDS ((uint32_t)25)
/* Postings that the welcome words of a question and their parts may cost. Chosen by 1,000
 * questions to 324,000 passages, and held against no others: the first hit holds the answer of 618, one of ten
 * that of 746; with 65,000 it is 615 and 744, with 100,000 618 and 749, for a twentieth more time. */
#define SAMSOK_POSTING_BUDGET ((uint64_t)80000)
/* How far apart the words of NEAR may stand. */
#define SAMSOK_NEAR_WORDS ((uint32_t)10)
/* Terms that one `ord*` stands for; the most frequent ones. */
#define SAMSOK_MAX_WILDCARD_TERMS ((uint32_t)500)
/* Terms that one filter value (author, series, year range, path) stands for. */
#define SAMSOK_MAX_FILTER_TERMS ((uint32_t)20000)
/* Candidates looked at for a page of phrases or of few passages a report; all of them, up to the
 * second number, when an exact total is asked for. */
#define SAMSOK_MAX_CANDIDATES ((uint32_t)2000)
#define SAMSOK_MAX_COUNTED_CANDIDATES ((uint32_t)200000)
/* The best passages that are ordered anew by what stands in them: more gain nothing. */
#define SAMSOK_RERANK_POOL ((uint32_t)50)
/* Counts of terms, and values, that an open database remembers. */
#define SAMSOK_MAX_REMEMBERED ((size_t)50000)
/* Documents, by number, of which it remembers what equals are ordered by: 32 MB. */
#define SAMSOK_MAX_REMEMBERED_ORDERS ((uint32_t)4 << 20)
/* A stored record (index/xapian/press.hh). The limits on the text of a file and on what a record holds of it
 * keep every record far below it; one that is larger all the same ends the run, which changes nothing. */
#define SAMSOK_MAX_RECORD_BYTES ((size_t)128 << 20)
/* Hits of one answer, and the place where its page may begin. */
#define SAMSOK_MAX_HITS ((uint32_t)10000)
#define SAMSOK_MAX_OFFSET ((uint32_t)1000000)
/* A snippet: its aim, and the length at which a sentence is cut; in steps of so many words. */
#define SAMSOK_SNIPPET_WORDS ((uint32_t)60)
#define SAMSOK_SNIPPET_HARD_WORDS ((uint32_t)90)
#define SAMSOK_SNIPPET_STEP_WORDS ((uint32_t)5)
/* Notes on what was taken otherwise than typed. */
#define SAMSOK_MAX_QUERY_NOTES ((uint32_t)16)
/* Xapian's own limit for a term, in bytes as stored. */
#define SAMSOK_MAX_TERM_BYTES ((size_t)245)
/* A word as a term, in bytes of its folded form; the rest of a longer one is cut off. Leaves room for
 * the longest prefix within SAMSOK_MAX_TERM_BYTES. */
#define SAMSOK_MAX_WORD_BYTES ((size_t)96)
/* Distinct words that one analyser remembers before its table starts anew: about 40 MB. */
#define SAMSOK_ANALYSER_MAX_WORDS ((uint32_t)400000)
/* Text of one shard of a new generation. Compacting keeps the pieces in which a shard has a word's postings:
 * of 36 MB the index of 1, 2 and 4 MB is 2.45, 2.37 and 2.31 times its text. */
#define SAMSOK_SHARD_TEXT_BYTES ((size_t)4 << 20)
/* Reports of one shard: small ones cost memory too while they wait. */
#define SAMSOK_SHARD_REPORTS ((uint32_t)500)
/* A dictionary of the system's, and the head words taken from all of them. */
#define SAMSOK_MAX_DICTIONARY_BYTES ((size_t)64 << 20)
#define SAMSOK_MAX_HEADWORDS ((uint32_t)2000000)
/* Rules of inflection of one of them. */
#define SAMSOK_MAX_INFLECTION_RULES ((uint32_t)20000)
/* A metadata.csv beside the files. */
#define SAMSOK_MAX_SIDECAR_BYTES ((size_t)16 << 20)

/* A vocabulary: one file, one text in it, and the statements of all files together. */
#define SAMSOK_MAX_VOCABULARY_BYTES ((size_t)256 << 20)
#define SAMSOK_MAX_VOCABULARY_TEXT_BYTES ((size_t)16 << 10)
#define SAMSOK_MAX_VOCABULARY_STATEMENTS ((uint32_t)4000000)
/* Words of a label or of a phrase in a rule; longer ones never match. */
#define SAMSOK_MAX_LABEL_TOKENS ((uint32_t)24)
/* Concepts that stand above one, over all its branches, itself counted: each is a term of every passage that
 * mentions it. A vocabulary with more is refused. */
#define SAMSOK_MAX_CONCEPTS_ABOVE ((uint32_t)256)
/* How many words before and after a mention count as near it: about two sentences. */
#define SAMSOK_CONTEXT_TOKENS ((uint32_t)50)
/* Passages that a dry run names as gaining or losing a concept; the others are counted. */
#define SAMSOK_MAX_TAG_CHANGES ((uint32_t)200000)
/* Concepts that a run names of those that its vocabulary no longer has; the others are counted. */
#define SAMSOK_MAX_GONE_NAMED ((uint32_t)3)
/* Cells of a matrix of concepts: 16 MB, and more than anybody reads. */
#define SAMSOK_MAX_MATRIX_CELLS ((size_t)1000000)
/* Cells of reports' own tables that one cell of a matrix of concepts keeps. */
#define SAMSOK_MAX_MATRIX_TEXTS ((uint32_t)20)

/* References kept of one document: the longest reference lists seen hold some hundreds. */
#define SAMSOK_MAX_REFERENCES ((uint32_t)20000)
/* Bytes of text around a reference that are kept to tell what it means. */
#define SAMSOK_MAX_REFERENCE_CONTEXT ((size_t)400)
/* References of a whole corpus that are looked at together: about 500 MB. */
#define SAMSOK_MAX_CITED_PLACES ((uint32_t)1000000)
/* Points of one report: the longest real ones have some hundreds, findings included. */
#define SAMSOK_MAX_POINTS ((uint32_t)5000)
/* The text of a point: of 3,000 the longest has 1,463 bytes. What is longer is no point but a text,
 * and is found as passages. */
#define SAMSOK_MAX_POINT_BYTES ((size_t)64 << 10)
/* Points of one report that sum up and are looked for where it says the same at length: each is held against
 * every sentence. The most seen is 30. */
#define SAMSOK_MAX_SUMMED_POINTS ((uint32_t)100)
/* Names of undertakings looked for in one report; and those of a whole corpus that cards are made of, those
 * most told of first. */
#define SAMSOK_MAX_PROJECTS ((uint32_t)500)
#define SAMSOK_MAX_PROJECT_CASES ((uint32_t)2000)
/* Passages read for a filter by one of them. */
#define SAMSOK_MAX_CASE_FILTERED ((uint32_t)2000)
/* Cards that a request is compared with, of those most likely; passages read for the card of one case, quotes
 * of a kind on it, words of a request that are weighed: a card is gathered while somebody waits. */
#define SAMSOK_MAX_CASE_CARDS ((uint32_t)300)
#define SAMSOK_MAX_CASE_PASSAGES ((uint32_t)200)
#define SAMSOK_MAX_CASE_QUOTES ((uint32_t)20)
#define SAMSOK_MAX_CASE_WORDS ((uint32_t)2000)

/* Quotations of one draft that are looked for, the passages compared with one (with their neighbours only the
 * best), and the words of a quotation and of a text that are aligned: 9 MB at the most. */
#define SAMSOK_MAX_QUOTATIONS ((uint32_t)2000)
#define SAMSOK_QUOTE_CANDIDATES ((uint32_t)20)
#define SAMSOK_QUOTE_NEIGHBOURS ((uint32_t)5)
#define SAMSOK_MAX_ALIGNED_WORDS ((uint32_t)3000)

/* Workers: seconds without a message, seconds in all, files before a fresh one, memory. */
#define SAMSOK_WORKER_IDLE_MS ((uint32_t)20000)
#define SAMSOK_WORKER_TOTAL_MS ((uint32_t)300000)
#define SAMSOK_WORKER_FILES ((uint32_t)500)
#define SAMSOK_WORKER_MEMORY_BYTES ((uint64_t)1 << 30)
/* A probe sees a file's head only and must be quick; describing a plugin includes loading it. */
#define SAMSOK_WORKER_PROBE_MS ((uint32_t)5000)
#define SAMSOK_WORKER_DESCRIBE_MS ((uint32_t)20000)
/* Descriptors a worker may have open: 0 to 3, the file, and what a library opens on its way. */
#define SAMSOK_WORKER_DESCRIPTORS ((uint32_t)64)
/* The reason a plugin gives for a failure, and each string in its description; longer ones are cut. */
#define SAMSOK_MAX_REASON_BYTES ((size_t)500)
/* Media types of one plugin, plugins of one registry, and the output of describing one. */
#define SAMSOK_MAX_MEDIA_TYPES ((uint32_t)64)
#define SAMSOK_MAX_PLUGINS ((uint32_t)256)
#define SAMSOK_MAX_DESCRIPTION_BYTES ((size_t)64 << 10)

#endif
