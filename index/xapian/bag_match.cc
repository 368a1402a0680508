/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the best documents of a bag of words. */
#include "config.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "index/xapian/bag.hh"
#include "index/xapian/handles.hh"

/* Document numbers looked at in one go; their sums fit into the first cache. */
static const Xapian::docid window_len = 2048;
/* Weights of so many wdf are kept in a table. */
static const Xapian::termcount known_wdfs = 16;
/* By so much two sums of the same weights may differ before they are rounded. */
static const double slack = 1e-6;
static const Xapian::docid past_all = ~static_cast<Xapian::docid>(0);

/* ---- The postings of a term, and of a word ------------------------------------------------------- */

/* What a term counts, by how often it stands in a document. */
class Weigher {
public:
    Weigher(double all, double term_count, double factor, double k1) : saturation(k1)
    {
        double odds = (all - term_count + 0.5) / (term_count + 0.5);
        base = std::log(odds < 2 ? odds * 0.5 + 1 : odds) * factor * (k1 + 1);
        for (Xapian::termcount wdf = 0; wdf < known_wdfs; wdf++) {
            known[wdf] = reckoned(wdf);
        }
    }
    double weight(Xapian::termcount wdf) const { return wdf < known_wdfs ? known[wdf] : reckoned(wdf); }
    double most() const { return base; } /* less, however often it stands there */

private:
    double reckoned(double wdf) const { return wdf > 0 ? base * (wdf / (saturation + wdf)) : 0; }
    double saturation;
    double base;
    double known[known_wdfs];
};

/* A walk through the documents that hold a term; `docid` is the one it stands at. */
class TermWalk {
public:
    TermWalk(const Xapian::Database &database, const std::string &term)
        : at(database.postlist_begin(term))
    {
        settle();
    }
    Xapian::docid docid() const { return here; }
    Xapian::termcount wdf() const { return at.get_wdf(); }
    void next()
    {
        ++at;
        settle();
    }
    void skip_to(Xapian::docid wanted)
    {
        if (here < wanted) {
            at.skip_to(wanted);
            settle();
        }
    }

private:
    void settle() { here = at == end ? past_all : *at; }
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
    Xapian::docid here;
};

/* A bit for each document that holds any of the terms. The same ones are unwanted in question after question:
 * the last set is remembered. */
static const SamsokDocumentSet &set_of(SamsokDatabase &reader, const std::vector<std::string> &terms)
{
    if (reader.unwanted.terms == terms) {
        return reader.unwanted;
    }
    SamsokDocumentSet set; /* apart: half of one, left by what is thrown, would pass for that of no terms */
    for (const std::string &term : terms) {
        for (TermWalk walk(reader.database, term); walk.docid() != past_all; walk.next()) {
            set.bits.resize(std::max<size_t>(set.bits.size(), walk.docid() + size_t{1}));
            set.bits[walk.docid()] = true;
        }
        set.held += samsok_count_of(reader, term);
    }
    set.terms = terms;
    reader.unwanted = std::move(set);
    return reader.unwanted;
}

/* A walk through the documents that hold a word: at each document the best of its terms counts. */
class WordWalk {
public:
    WordWalk(SamsokDatabase &reader, const SamsokBagWord &word, double all, double k1) : most(0), holds(0)
    {
        double missing = 1;
        for (const SamsokBagTerm &held : word) {
            double count = samsok_count_of(reader, held.term);
            if (count == 0) {
                continue; /* it would be the rarest, and what the word counts at most would be its weight */
            }
            Weigher weigher(all, count, held.factor, k1);
            most = std::max(most, weigher.most());
            missing *= 1 - count / all;
            terms.push_back({TermWalk(reader.database, held.term), weigher});
        }
        holds = 1 - missing;
        find();
    }
    Xapian::docid docid() const { return here; }
    double weight() const
    {
        if (terms.size() == 1) { /* as most words are */
            return terms[0].weigher.weight(terms[0].walk.wdf());
        }
        double best = 0;
        for (const Term &term : terms) {
            if (term.walk.docid() == here) {
                best = std::max(best, term.weigher.weight(term.walk.wdf()));
            }
        }
        return best;
    }
    void next()
    {
        if (terms.size() == 1) {
            terms[0].walk.next();
            here = terms[0].walk.docid();
            return;
        }
        for (Term &term : terms) {
            if (term.walk.docid() == here) {
                term.walk.next();
            }
        }
        find();
    }
    void skip_to(Xapian::docid wanted)
    {
        for (Term &term : terms) {
            term.walk.skip_to(wanted);
        }
        find();
    }
    double most_weight() const { return most; }
    double share() const { return holds; } /* of all documents, if terms knew nothing of each other */

private:
    struct Term {
        TermWalk walk;
        Weigher weigher;
    };
    void find()
    {
        here = past_all;
        for (const Term &term : terms) {
            here = std::min(here, term.walk.docid());
        }
    }
    std::vector<Term> terms;
    Xapian::docid here;
    double most;
    double holds;
};

/* ---- The best so far ----------------------------------------------------------------------------- */

static bool is_heavier(const SamsokMatch &first, const SamsokMatch &second)
{
    return first.weight > second.weight;
}

/* Keeps the `least` heaviest and their equals. */
class Best {
public:
    explicit Best(size_t count) : least(count), full_at(count), threshold(-1) {}
    double needed() const { return threshold; } /* what a further one must weigh; below 0 while all are taken */
    void add(const SamsokMatch &match)
    {
        kept.push_back(match);
        if (kept.size() >= full_at) {
            shrink();
        }
    }
    std::vector<SamsokMatch> in_order()
    {
        shrink();
        std::sort(kept.begin(), kept.end(), [](const SamsokMatch &first, const SamsokMatch &second) {
            return first.docid < second.docid;
        });
        return kept;
    }

private:
    void shrink()
    {
        if (kept.size() < least) {
            return;
        }
        auto last = kept.begin() + static_cast<std::ptrdiff_t>(least - 1);
        std::nth_element(kept.begin(), last, kept.end(), is_heavier);
        threshold = last->weight;
        double needed = threshold;
        kept.erase(std::remove_if(kept.begin(), kept.end(),
                                  [needed](const SamsokMatch &match) { return match.weight < needed; }),
                   kept.end());
        full_at = kept.size() + least;
    }
    size_t least;
    size_t full_at;
    double threshold;
    std::vector<SamsokMatch> kept;
};

/* ---- The walk ------------------------------------------------------------------------------------ */

class BagWalk {
public:
    BagWalk(SamsokDatabase &asked, const SamsokBag &wanted, const SamsokSearchOptions &options,
            double (*rounds)(double))
        : reader(asked), bag(wanted), check_at_least(options.check_at_least), round(rounds),
          all(asked.database.get_doccount()), unwanted(set_of(asked, wanted.unwanted)), best(options.least)
    {
        for (const SamsokBagWord &word : bag.words) {
            words.emplace_back(reader, word, all, options.k1);
        }
        std::sort(words.begin(), words.end(), [](const WordWalk &first, const WordWalk &second) {
            return first.most_weight() < second.most_weight();
        });
        below.push_back(0);
        for (const WordWalk &word : words) {
            below.push_back(below.back() + word.most_weight());
        }
    }

    SamsokBagMatches run()
    {
        for (Xapian::docid start = next_start(); start != past_all; start = next_start()) {
            add_up(start);
            settle(start);
            leave_to_look_up();
        }
        bool is_exact = looked_up == 0;
        return SamsokBagMatches{best.in_order(), is_exact ? count() : estimate(), is_exact};
    }

private:
    Xapian::docid next_start() const
    {
        Xapian::docid start = past_all;
        for (size_t i = looked_up; i < words.size(); i++) {
            start = std::min(start, words[i].docid());
        }
        return start;
    }

    void add_up(Xapian::docid start)
    {
        Xapian::docid room = past_all - start; /* the last window may be shorter */
        Xapian::docid end = start + std::min(window_len, room);
        for (size_t i = looked_up; i < words.size(); i++) {
            WordWalk &word = words[i];
            for (; word.docid() < end; word.next()) {
                Xapian::docid place = word.docid() - start;
                sums[place] += word.weight();
                met[place / 64] |= UINT64_C(1) << (place % 64);
            }
        }
    }

    void settle(Xapian::docid start)
    {
        for (size_t i = 0; i < window_len / 64; i++) {
            for (uint64_t bits = met[i]; bits != 0; bits &= bits - 1) {
                size_t place = i * 64 + static_cast<size_t>(__builtin_ctzll(bits));
                double sum = sums[place];
                sums[place] = 0;
                consider(start + static_cast<Xapian::docid>(place), sum);
            }
            met[i] = 0;
        }
    }

    void consider(Xapian::docid docid, double sum)
    {
        if (looked_up == 0) {
            met_all.push_back(docid);
        }
        double needed = best.needed();
        for (size_t i = looked_up; i > 0 && sum + below[i] >= needed - slack; i--) {
            words[i - 1].skip_to(docid);
            sum += words[i - 1].docid() == docid ? words[i - 1].weight() : 0;
        }
        double weight = sum < needed - slack ? sum : round(sum);
        if (weight >= needed && !unwanted.holds(docid)) {
            best.add(SamsokMatch{docid, weight});
        }
    }

    /* Words whose sum lifts no document onto the list need not be walked any more. */
    void leave_to_look_up()
    {
        while (met_all.size() >= check_at_least && looked_up < words.size() &&
               below[looked_up + 1] < best.needed() - slack) {
            looked_up++;
        }
    }

    /* Of all that were met, for only here is each of them asked whether it is wanted. */
    Xapian::doccount count() const
    {
        return static_cast<Xapian::doccount>(
            std::count_if(met_all.begin(), met_all.end(),
                          [this](Xapian::docid docid) { return !unwanted.holds(docid); }));
    }

    /* As if words knew nothing of each other, to two digits. */
    Xapian::doccount estimate() const
    {
        double missing = 1;
        for (const WordWalk &word : words) {
            missing *= 1 - word.share();
        }
        double guess = std::max(all * (1 - missing) * (1 - unwanted.held / all), check_at_least);
        double grain = std::pow(10, std::floor(std::log10(guess)) - 1);
        return static_cast<Xapian::doccount>(std::min(std::round(guess / grain) * grain, all));
    }

    SamsokDatabase &reader;
    const SamsokBag &bag;
    double check_at_least;
    double (*round)(double);
    double all;
    std::vector<WordWalk> words;     /* lightest first */
    std::vector<double> below = {};  /* [i]: the most that the words before i add up to */
    size_t looked_up = 0;            /* the first words, which are not walked */
    const SamsokDocumentSet &unwanted;
    std::vector<Xapian::docid> met_all; /* while all words are walked */
    Best best;
    double sums[window_len] = {};
    uint64_t met[window_len / 64] = {};
};

SamsokBagMatches samsok_bag_best(SamsokDatabase &reader, const SamsokBag &bag,
                                 const SamsokSearchOptions &options, double (*round)(double))
{
    return BagWalk(reader, bag, options, round).run();
}
