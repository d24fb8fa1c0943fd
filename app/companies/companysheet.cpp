// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companysheet.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/companies/companycreation.h"
#include "app/companies/companyname.h"
#include "app/companies/samename.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct CompanySheetWords
{
    Q_DECLARE_TR_FUNCTIONS(CompanySheet)
};

// IDrive does not state how long a name may be. No company's name is as long as a cell whose quote was never closed.
constexpr qsizetype longName = 100;
constexpr qsizetype longestName = 1000;
constexpr qsizetype longestShown = 200;

} // namespace

CompanySheet::CompanySheet(const CompanyList &known, CompanyKey below, QString belowTitle,
                           ChosenColumns columns)
    : m_below(std::move(below)), m_belowTitle(std::move(belowTitle)), m_columns(std::move(columns))
{
    for (const CompanyEntry &entry : known.entries()) {
        if (entry.key.account != m_below.account)
            continue;
        m_titles.insert(entry.key.company, entry.title());
        if (!entry.company.name.isEmpty())
            m_bearers[foldedCompanyName(entry.company.name)].append(entry.key.company);
    }
}

QList<ImportColumn> CompanySheet::columns(const QString &belowTitle)
{
    return {{.key = u"name"_s,
             .label = CompanySheetWords::tr("Name"),
             .headings = {u"name"_s, u"company"_s, u"company name"_s, u"customer"_s, u"customer name"_s,
                          u"client"_s, u"client name"_s, u"firma"_s, u"kunde"_s, u"organization"_s}},
            {.key = u"parent"_s,
             .label = CompanySheetWords::tr("Below"),
             .headings = {u"parent"_s, u"parent id"_s, u"parent company"_s, u"parent company id"_s,
                          u"below"_s, u"company id"_s, u"reseller"_s, u"parent name"_s},
             .isNeeded = false,
             .otherwise = CompanySheetWords::tr("all below %1", "a company").arg(visibleText(belowTitle))}};
}

QStringList CompanySheet::headings() const
{
    return {CompanySheetWords::tr("Name"), CompanySheetWords::tr("Below")};
}

/// By its ID, or by its name where that is one company's.
std::optional<CompanySheet::Fault> CompanySheet::findParent(const QString &text,
                                                            PlannedCompany &company) const
{
    company.parent = m_below.company;
    company.parentTitle = m_belowTitle;
    if (text.isEmpty())
        return std::nullopt;
    const QString folded = foldedCompanyName(text);
    const QList<CompanyId> bearers = m_bearers.value(folded);
    const CompanyId byId{text};
    company.parent = m_titles.contains(byId) ? byId : bearers.value(0);
    company.parentTitle = m_titles.value(company.parent, text);
    if (m_titles.contains(byId) || bearers.size() == 1)
        return std::nullopt;
    if (bearers.size() > 1)
        return Fault{
            Parent,
            CompanySheetWords::tr("%1 companies are called %2: write the ID of one.")
                .arg(QLocale().toString(bearers.size()), visibleText(shortenedText(text, longestShown)))};
    if (const auto earlier = m_earlier.constFind(folded); earlier != m_earlier.cend())
        return Fault{
            Parent,
            CompanySheetWords::tr(
                "%1 is created by line %2 of this sheet. Create that first, then read the sheet again.")
                .arg(visibleText(shortenedText(text, longestShown)),
                     QLocale().toString(earlier->constFirst().line))};
    return Fault{Parent,
                 CompanySheetWords::tr("no company is called %1 or has that ID, as far as Steward knows.")
                     .arg(visibleText(shortenedText(text, longestShown)))};
}

std::optional<CompanySheet::Fault> CompanySheet::nameFault(const PlannedCompany &company) const
{
    if (const QString fault = companyNameFault(company.name); !fault.isEmpty())
        return Fault{Name, fault};
    if (company.name.contains(QChar::ReplacementCharacter))
        return Fault{Name, CompanySheetWords::tr("the name holds a character that could not be read.")};
    if (company.name.size() > longestName)
        return Fault{Name,
                     CompanySheetWords::tr("%1 characters are no name. A quote may be missing.")
                         .arg(QLocale().toString(company.name.size()))};
    const QString folded = foldedCompanyName(company.name);
    for (const Earlier &earlier : m_earlier.value(folded)) {
        if (earlier.parent == company.parent)
            return Fault{
                Name,
                CompanySheetWords::tr("line %1 has the same name.").arg(QLocale().toString(earlier.line))};
    }
    if (const QList<CompanyId> bearers = m_bearers.value(folded); !bearers.isEmpty())
        return Fault{Name,
                     CompanySheetWords::tr("a company of this name is there already (ID %1).")
                         .arg(visibleText(bearers.constFirst().text()))};
    return std::nullopt;
}

QString CompanySheet::doubt(const PlannedCompany &company) const
{
    QStringList doubts;
    const QList<Earlier> earlier = m_earlier.value(foldedCompanyName(company.name));
    if (!earlier.isEmpty())
        doubts << CompanySheetWords::tr("Line %1 has the same name, below another company.")
                      .arg(QLocale().toString(earlier.constFirst().line));
    if (company.name.size() > longName)
        doubts << CompanySheetWords::tr("%1 characters: IDrive does not state how long a name may be.")
                      .arg(QLocale().toString(company.name.size()));
    return doubts.join(u' ');
}

JudgedRow CompanySheet::judge(const CsvRow &row)
{
    PlannedCompany company{.name = sentName(importedText(row, m_columns.value(Name, -1)))};
    std::optional<Fault> fault = findParent(importedText(row, m_columns.value(Parent, -1)), company);
    if (const std::optional<Fault> ofName = nameFault(company))
        fault = ofName;
    return judged(row, std::move(company), fault);
}

JudgedRow CompanySheet::judged(const CsvRow &row, PlannedCompany company, const std::optional<Fault> &fault)
{
    JudgedRow judged{.place = row.place(),
                     .cells = {shortenedText(company.name, longestShown), company.parentTitle}};
    company.isMade = !fault;
    if (fault) {
        judged.place = importedPlace(row, m_columns.value(fault->column, -1));
        judged.verdict = RowVerdict::LeftOut;
        judged.remark = placedSentence(judged.place, fault->sentence);
        company.name.clear(); // it may be long
    } else {
        judged.remark = doubt(company);
        judged.verdict = judged.remark.isEmpty() ? RowVerdict::Good : RowVerdict::Doubtful;
        m_earlier[foldedCompanyName(company.name)].append({row.place().line, company.parent});
        m_parents.insert(company.parent, company.parentTitle);
        ++m_made;
    }
    m_companies.push_back(std::move(company));
    return judged;
}

JudgedRow CompanySheet::leaveOut(const CsvRow &row, const QString &why)
{
    m_companies.push_back({});
    return {.place = row.place(),
            .cells = {shortenedText(importedText(row, m_columns.value(Name, -1)), longestShown),
                      shortenedText(importedText(row, m_columns.value(Parent, -1)), longestShown)},
            .verdict = RowVerdict::LeftOut,
            .remark = why};
}

QString CompanySheet::parentsText() const
{
    if (m_parents.size() == 1)
        return *m_parents.cbegin();
    return m_parents.isEmpty()
        ? m_belowTitle
        : CompanySheetWords::tr("%1 companies").arg(QLocale().toString(m_parents.size()));
}

NewRun CompanySheet::run(bool resendsAbsent) const
{
    const QString parents = visibleText(parentsText());
    NewRun run{.title = CompanySheetWords::tr("Companies from a sheet"),
               .target = m_made == 1
                   ? CompanySheetWords::tr("1 company below %1").arg(parents)
                   : CompanySheetWords::tr("%1 companies below %2").arg(QLocale().toString(m_made), parents),
               .resendsAbsent = resendsAbsent};
    run.changes.reserve(static_cast<size_t>(m_made));
    for (const PlannedCompany &company : m_companies) {
        if (company.isMade)
            run.changes.push_back(
                newCompany(company.name, company.parent, visibleText(company.parentTitle), {}));
    }
    return run;
}
