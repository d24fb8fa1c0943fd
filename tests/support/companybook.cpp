// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/companybook.h"

#include "tests/support/fault.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

CompanyBook::CompanyBook(ByteServer::Setup setup)
    : m_server([this](const ReceivedRequest &request) { return answerTo(request); },
               [&] {
                   setup.early = [this](const ReceivedRequest &request) {
                       return earlyAnswerTo(request);
                   };
                   return setup;
               }())
{ }

void CompanyBook::failPost(int post, const PostFault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[post] = fault;
}

void CompanyBook::failPosts(const std::optional<PostFault> &fault)
{
    const std::lock_guard lock(m_mutex);
    m_everyFault = fault;
}

void CompanyBook::answerSearches(const std::optional<QByteArray> &bytes)
{
    const std::lock_guard lock(m_mutex);
    m_searchAnswer = bytes;
}

int CompanyBook::addCompany(const QByteArray &name)
{
    const std::lock_guard lock(m_mutex);
    m_companies[++m_lastId] = name;
    return m_lastId;
}

QMap<QString, int> CompanyBook::made() const
{
    const std::lock_guard lock(m_mutex);
    return m_made;
}

int CompanyBook::posts() const
{
    const std::lock_guard lock(m_mutex);
    return m_posts;
}

int CompanyBook::searches() const
{
    const std::lock_guard lock(m_mutex);
    return m_searches;
}

QByteArrayList CompanyBook::bodies() const
{
    const std::lock_guard lock(m_mutex);
    return m_bodies;
}

PostFault CompanyBook::faultOf(int post) const
{
    const auto found = m_faults.find(post);
    return found != m_faults.end() ? found->second : m_everyFault.value_or(PostFault());
}

std::optional<ByteAnswer> CompanyBook::earlyAnswerTo(const ReceivedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (request.verb() != "POST")
        return std::nullopt;
    const PostFault fault = faultOf(m_posts);
    if (fault.requestCutAt < 0 || request.head.size() + request.body.size() < fault.requestCutAt)
        return std::nullopt;
    ++m_posts;
    return Fault::noAnswer(fault.how == ByteAnswer::Then::KeepOpen ? ByteAnswer::Then::Close : fault.how);
}

ByteAnswer CompanyBook::answerTo(const ReceivedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray target = request.target();
    if (request.verb() == "POST")
        return create(request);
    if (target.startsWith("/api/msp/company/name?")) {
        ++m_searches;
        return {.bytes = m_searchAnswer.value_or(jsonAnswer(search(request)))};
    }
    if (target == "/api/msp/company") {
        QByteArrayList subs;
        for (const auto &[id, name] : m_companies) {
            if (!m_deeper.contains(id))
                subs << companyJson(id, name);
        }
        QByteArray own = companyJson(1, "Northwind");
        own.chop(1);
        return {.bytes = jsonAnswer(own + R"(,"sub_company_list":[)" + subs.join(',') + "]}")};
    }
    return {.bytes = jsonAnswer("[]")};
}

ByteAnswer CompanyBook::create(const ReceivedRequest &request)
{
    const PostFault fault = faultOf(m_posts++);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString name = body.value("name"_L1).toString();
    m_bodies << request.body;
    QByteArray answer = fault.instead.value_or(QByteArray());
    if (fault.isApplied) {
        m_companies[++m_lastId] = name.toUtf8();
        ++m_made[name];
        if (body.value("company_id"_L1).toInt() != 1)
            m_deeper.insert(m_lastId);
        if (!fault.instead)
            answer = httpAnswer(201, "application/json", companyJson(m_lastId, name.toUtf8()));
    }
    return {.bytes = answer,
            .gate = fault.gate,
            .cutAt = fault.answerCutAt < 0 ? -1 : std::min(fault.answerCutAt, answer.size()),
            .then = fault.how};
}

QByteArray CompanyBook::search(const ReceivedRequest &request) const
{
    const QUrlQuery query(QUrl::fromEncoded(request.target()));
    const QString name = query.queryItemValue(u"name"_s, QUrl::FullyDecoded);
    const auto caseMatters =
        query.queryItemValue(u"case_sensitive"_s) == "true"_L1 ? Qt::CaseSensitive : Qt::CaseInsensitive;
    QByteArrayList found;
    for (const auto &[id, known] : m_companies) {
        if (name.compare(QString::fromUtf8(known), caseMatters) == 0)
            found << companyJson(id, known);
    }
    return '[' + found.join(',') + ']';
}

// As the API document has it, with what enrols devices in it.
QByteArray CompanyBook::companyJson(int id, const QByteArray &name) const
{
    const QByteArray quoted =
        QJsonDocument(QJsonObject{{u"n"_s, QString::fromUtf8(name)}}).toJson(QJsonDocument::Compact);
    return R"({"name":)" + quoted.sliced(5).chopped(1) + R"(,"status":1,"company_id":)"
        + QByteArray::number(id)
        + R"(,"status_description":"Active","configuration_id":"eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIn0canary",)"
          R"("setup_link":"https://api.idrive360.com/api/v1/download/setup/win/CANARYTOKEN"})";
}
