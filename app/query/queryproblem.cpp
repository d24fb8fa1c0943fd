// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryproblem.h"

#include "app/query/queryreader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct ProblemSentence
{
    QueryProblem::Kind kind;
    const char *text; // %1: what was found; %2: the field's name; %3: every field; %4: the most values
};

constexpr std::array problemSentences{
    ProblemSentence{QueryProblem::Kind::UnclosedQuote,
                    QT_TRANSLATE_NOOP("Query", "The quote is not closed. Write \" where it ends.")},
    ProblemSentence{
        QueryProblem::Kind::BehindQuote,
        QT_TRANSLATE_NOOP("Query", "“%1” stands directly behind a quote. Write a blank or a comma between.")},
    ProblemSentence{QueryProblem::Kind::EmptyQuotes,
                    QT_TRANSLATE_NOOP("Query", "Nothing stands between the quotes. Write a word there.")},
    ProblemSentence{
        QueryProblem::Kind::NothingExcluded,
        QT_TRANSLATE_NOOP("Query", "“-” excludes nothing. Write what to exclude directly behind it.")},
    ProblemSentence{
        QueryProblem::Kind::UnknownField,
        QT_TRANSLATE_NOOP("Query",
                          "There is no field “%1”. Write one of %3, or use quotes to look for the "
                          "text itself.")},
    ProblemSentence{QueryProblem::Kind::MissingValue,
                    QT_TRANSLATE_NOOP("Query", "“%2:” has no value. Write one directly behind the colon.")},
    ProblemSentence{
        QueryProblem::Kind::MissingAlternative,
        QT_TRANSLATE_NOOP("Query",
                          "A value is missing beside the comma. Write it there, or use quotes to look "
                          "for a comma.")},
    ProblemSentence{
        QueryProblem::Kind::NotAnAge,
        QT_TRANSLATE_NOOP("Query",
                          "“%1” is not an age. Write <3d for less or >7d for more, in m, h, d or w, or "
                          "never.")},
    ProblemSentence{QueryProblem::Kind::NotAVersion,
                    QT_TRANSLATE_NOOP("Query", "“%1” is not a version. Write numbers, as in %2:<6.8.2.")},
    ProblemSentence{
        QueryProblem::Kind::NoOrder,
        QT_TRANSLATE_NOOP(
            "Query",
            "“%1” compares what has no order: only versions and ages have one. Use quotes to look "
            "for the sign itself.")},
    ProblemSentence{QueryProblem::Kind::TooManyValues,
                    QT_TRANSLATE_NOOP("Query", "The query has over %4 words. Write fewer.")},
};

} // namespace

QString QueryProblem::sentence(const QueryFields &fields) const
{
    constexpr qsizetype shownSize = 40;
    const QString shown = found.size() <= shownSize
        ? found
        : found.first(shownSize) + QChar(0x2026); // of 64 KiB without a blank
    const QString name = field == anyField ? QString() : fields.at(field).name;
    return QCoreApplication::translate(
               "Query", std::ranges::find(problemSentences, kind, &ProblemSentence::kind)->text)
        .replace(u"%4"_s, QLocale().toString(mostQueryValues))
        .replace(u"%3"_s, fields.listed())
        .replace(u"%2"_s, name)
        .replace(u"%1"_s, shown);
}
