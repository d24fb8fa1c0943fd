// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companycreation.h"

#include "app/base/visibletext.h"
#include "app/companies/companyrequests.h"
#include "app/companies/samename.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct CompanyCreationWords
{
    Q_DECLARE_TR_FUNCTIONS(CompanyCreation)
};

constexpr QLatin1StringView knownIds("known_ids");

QString kindWord()
{
    return u"company"_s;
}

ChangeAnswer answerOf(const Company &company)
{
    return {.sentence = CompanyCreationWords::tr("company ID %1").arg(visibleText(company.id.text())),
            .key = company.id.text(),
            .facts = {{u"company_id"_s, company.id.text()},
                      {u"name"_s, company.name},
                      {u"status"_s, company.status}},
            .value = company};
}

Result<ChangeAnswer> readAnswer(const QJsonDocument &answer)
{
    return createCompany({}, {}).read(answer).map(answerOf);
}

QJsonArray idsOf(const QList<Company> &companies)
{
    QJsonArray ids;
    for (const Company &company : companies)
        ids.append(company.id.text());
    return ids;
}

// Companies of that name which are nobody's that is known.
QList<Company> strangers(const QList<Company> &found, const ChangeRecord &change, const QSet<QString> &taken)
{
    const QJsonArray known = change.change.facts.value(knownIds).toArray();
    QList<Company> strange;
    for (const Company &company : found) {
        if (!known.contains(company.id.text()) && !taken.contains(company.id.text()))
            strange.append(company);
    }
    return strange;
}

// Two reads, and what they mean: a look before sending or after it.
class NameLookUp : public LookUp
{
public:
    using Judge = std::function<Sighting(const QList<Company> &)>;

    NameLookUp(ApiClient &client, const QString &name, Judge judge)
        : m_names(client, name, [this, judge = std::move(judge)](const Result<QList<Company>> &found) {
              emit ended(found ? judge(*found)
                               : Sighting{.kind = Sighting::Kind::Failed, .error = found.error()});
          })
    { }

private:
    SameName m_names;
};

Sighting judgedBefore(const QList<Company> &found, const ChangeRecord &change, const QSet<QString> &taken)
{
    const QList<Company> strange = strangers(found, change, taken);
    if (strange.isEmpty())
        return {.kind = Sighting::Kind::Absent, .facts = {{knownIds, idsOf(found)}}};
    return {.kind = Sighting::Kind::Present,
            .sentence =
                CompanyCreationWords::tr("A company called %1 is there meanwhile (ID %2).")
                    .arg(visibleText(change.change.target), visibleText(strange.constFirst().id.text()))};
}

Sighting judgedAfter(const QList<Company> &found, const ChangeRecord &change, const QSet<QString> &taken)
{
    const QList<Company> strange = strangers(found, change, taken);
    if (strange.isEmpty())
        return {.kind = Sighting::Kind::Absent};
    ChangeAnswer answer = answerOf(strange.constFirst());
    if (strange.size() > 1)
        answer.sentence =
            CompanyCreationWords::tr("company ID %1; %2 of this name are new, one may be a colleague's")
                .arg(visibleText(strange.constFirst().id.text()))
                .arg(strange.size());
    return {.kind = Sighting::Kind::Present, .answer = std::move(answer)};
}

QString nameOf(const ChangeRecord &change)
{
    return change.change.request.body.value("name"_L1).toString();
}

} // namespace

QString CompanyCreation::kind() const
{
    return kindWord();
}

QString CompanyCreation::title() const
{
    return CompanyCreationWords::tr("New company");
}

ChangeSubject::Read CompanyCreation::reader() const
{
    return readAnswer;
}

std::unique_ptr<LookUp> CompanyCreation::lookBefore(ApiClient &client, const ChangeRecord &change,
                                                    const QSet<QString> &taken) const
{
    return std::make_unique<NameLookUp>(client, nameOf(change), [change, taken](const QList<Company> &found) {
        return judgedBefore(found, change, taken);
    });
}

std::unique_ptr<LookUp> CompanyCreation::lookUp(ApiClient &client, const ChangeRecord &change,
                                                const QSet<QString> &taken) const
{
    return std::make_unique<NameLookUp>(client, nameOf(change), [change, taken](const QList<Company> &found) {
        return judgedAfter(found, change, taken);
    });
}

NewChange newCompany(const QString &name, const CompanyId &parent, const QString &parentTitle,
                     const QList<Company> &sameName)
{
    const WriteRequest<Company> request = createCompany(name, parent);
    return {.kind = kindWord(),
            .target = request.body.value("name"_L1).toString(),
            .place = CompanyCreationWords::tr("below %1", "a company").arg(parentTitle),
            .request = ChangeRequest::of(request),
            .facts = {{knownIds, idsOf(sameName)}, {u"parent"_s, parent.text()}}};
}

std::optional<Company> createdCompany(const ChangeRecord &change)
{
    const bool isDone = change.state == ChangeState::Done && change.change.kind == kindWord();
    if (!isDone || change.answer.key.isEmpty())
        return std::nullopt;
    if (const auto *company = std::any_cast<Company>(&change.answer.value))
        return *company;
    return Company{.id = CompanyId(change.answer.key),
                   .name = change.answer.facts.value("name"_L1).toString(),
                   .status = change.answer.facts.value("status"_L1).toString()};
}

CompanyId parentOf(const ChangeRecord &change)
{
    return CompanyId(change.change.facts.value("parent"_L1).toString());
}
