// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/journallines.h"

#include "app/base/log.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime time(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

// What a server said is kept as a log keeps it: without what enrols devices or signs in.
QString text(const QJsonObject &json)
{
    return redacted(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QJsonObject json(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

QString text(const ChangeRequest &request)
{
    return QString::fromUtf8(QJsonDocument(request.toJson()).toJson(QJsonDocument::Compact));
}

QJsonObject answerJson(const ChangeAnswer &answer)
{
    return {{u"whole"_s, answer.isWhole},
            {u"sentence"_s, answer.sentence},
            {u"key"_s, answer.key},
            {u"facts"_s, answer.facts}};
}

ChangeAnswer answerOf(const QJsonObject &json)
{
    return {.isWhole = json.value("whole"_L1).toBool(true),
            .sentence = json.value("sentence"_L1).toString(),
            .key = json.value("key"_L1).toString(),
            .facts = json.value("facts"_L1).toObject()};
}

QJsonObject failureJson(const std::optional<ChangeFailure> &failure)
{
    if (!failure)
        return {};
    return {{u"what"_s, failure->what}, {u"advice"_s, failure->advice}, {u"quotation"_s, failure->quotation}};
}

std::optional<ChangeFailure> failureOf(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    return ChangeFailure{.what = json.value("what"_L1).toString(),
                         .advice = json.value("advice"_L1).toString(),
                         .quotation = json.value("quotation"_L1).toString()};
}

} // namespace

QString insertRun()
{
    return u"INSERT INTO runs (account, title, target, resends_absent, begun_at) VALUES (?, ?, ?, ?, ?)"_s;
}

QVariantList valuesOf(const ChangeRun &run)
{
    return {run.account.text(), run.title, run.target, run.resendsAbsent ? 1 : 0, text(run.begunAt)};
}

QString runLines()
{
    return u"SELECT id, account, title, target, resends_absent, begun_at FROM runs ORDER BY id"_s;
}

ChangeRun runOf(const QSqlQuery &row)
{
    return {.id = RunId(row.value(0).toLongLong()),
            .account = AccountId(row.value(1).toString()),
            .title = row.value(2).toString(),
            .target = row.value(3).toString(),
            .resendsAbsent = row.value(4).toInt() == 1,
            .begunAt = time(row.value(5))};
}

QStringList removals()
{
    const QString runs = u"SELECT id FROM runs WHERE account = ?"_s;
    const QString changes = u"SELECT id FROM changes WHERE run IN ("_s + runs + u')';
    return {u"DELETE FROM attempts WHERE change IN ("_s + changes + u')',
            u"DELETE FROM changes WHERE run IN ("_s + runs + u')', u"DELETE FROM runs WHERE account = ?"_s};
}

QString insertChange()
{
    return u"INSERT INTO changes (run, kind, title, target, place, request, facts, made_at, ended_at, state, "
           "look_up, sent_this_time, answer, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, 0, '{}', '{}')"_s;
}

QVariantList valuesOf(const ChangeRecord &change)
{
    return {qint64(change.run),        change.change.kind,  change.title,
            change.change.target,      change.change.place, text(change.change.request),
            text(change.change.facts), text(change.madeAt), journalWord(change.state),
            journalWord(change.lookUp)};
}

QString updateChange()
{
    return u"UPDATE changes SET facts = ?, ended_at = ?, state = ?, look_up = ?, sent_this_time = ?, answer "
           u"= ?, "
           "failure = ? WHERE id = ?"_s;
}

QVariantList changedValuesOf(const ChangeRecord &change)
{
    return {text(change.change.facts),         text(change.endedAt), journalWord(change.state),
            journalWord(change.lookUp),        change.sentThisTime,  text(answerJson(change.answer)),
            text(failureJson(change.failure)), qint64(change.id)};
}

QString changeLines()
{
    return u"SELECT id, run, kind, title, target, place, request, facts, made_at, ended_at, state, look_up, "
           "sent_this_time, answer, failure FROM changes ORDER BY id"_s;
}

ChangeRecord changeOf(const QSqlQuery &row)
{
    const std::optional<ChangeRequest> request = ChangeRequest::fromJson(json(row.value(6)));
    ChangeRecord change{.id = ChangeId(row.value(0).toLongLong()),
                        .run = RunId(row.value(1).toLongLong()),
                        .title = row.value(3).toString(),
                        .change = {.kind = row.value(2).toString(),
                                   .target = row.value(4).toString(),
                                   .place = row.value(5).toString(),
                                   .request = request.value_or(ChangeRequest()),
                                   .facts = json(row.value(7))},
                        .madeAt = time(row.value(8)),
                        .endedAt = time(row.value(9)),
                        .state = changeStateOf(row.value(10).toString()),
                        .lookUp = lookUpStateOf(row.value(11).toString()),
                        .sentThisTime = row.value(12).toInt(),
                        .answer = answerOf(json(row.value(13))),
                        .failure = failureOf(json(row.value(14)))};
    if (!request) {
        change.state = ChangeState::Unknown;
        change.lookUp = LookUpState::NotPossible;
    }
    return change;
}

QString putAttempt()
{
    return u"INSERT OR REPLACE INTO attempts (change, number, at, duration, end, http_status) VALUES "
           "(?, ?, ?, ?, ?, ?)"_s;
}

QVariantList valuesOf(ChangeId change, const ChangeAttempt &attempt)
{
    return {qint64(change),
            attempt.number,
            text(attempt.at),
            attempt.duration ? QVariant(qint64(attempt.duration->count())) : QVariant(),
            attempt.end ? journalWord(*attempt.end) : QString(),
            attempt.httpStatus};
}

QString attemptLines()
{
    return u"SELECT change, number, at, duration, end, http_status FROM attempts ORDER BY change, number"_s;
}

ChangeId changeOfAttempt(const QSqlQuery &row)
{
    return ChangeId(row.value(0).toLongLong());
}

ChangeAttempt attemptOf(const QSqlQuery &row)
{
    ChangeAttempt attempt{.number = row.value(1).toInt(),
                          .at = time(row.value(2)),
                          .end = writeEndOf(row.value(4).toString()),
                          .httpStatus = row.value(5).toInt()};
    if (!row.value(3).isNull())
        attempt.duration = std::chrono::milliseconds(row.value(3).toLongLong());
    return attempt;
}
