// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changefacts.h"

#include "app/base/visibletext.h"
#include "ui/changes/changelook.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct ChangeFactsWords
{
    Q_DECLARE_TR_FUNCTIONS(ChangeFacts)
};

constexpr qsizetype longestValue = 2000;

QString valueText(const QJsonValue &value)
{
    QString text;
    if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    else if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    else
        text = value.toVariant().toString();
    return visibleText(text.left(longestValue));
}

void addFields(FactSection &section, const QJsonObject &object)
{
    for (auto field = object.begin(); field != object.end(); ++field)
        section.facts.append({.label = visibleText(field.key()), .value = valueText(field.value())});
}

QString unknownMeaning(const ChangeRecord &change)
{
    switch (change.lookUp) {
    case LookUpState::NotFound:
        return ChangeFactsWords::tr(
            "The answer was lost, and two look-ups did not find it at IDrive. It can be sent again.");
    case LookUpState::NotPossible:
        return ChangeFactsWords::tr(
            "The answer was lost, and IDrive cannot be asked whether it was done. Look at it in the web "
            "console before you do it anew.");
    default:
        return ChangeFactsWords::tr(
            "The answer was lost: it may have been done or not. Steward has not sent it again: that could "
            "do it twice. It is being looked up, which only reads; Check now does so at once.");
    }
}

QString endText(const ChangeAttempt &attempt)
{
    if (!attempt.end)
        return attempt.duration ? QString() : ChangeFactsWords::tr("no answer yet");
    QString text;
    switch (*attempt.end) {
    case WriteEnd::Done:
        text = ChangeFactsWords::tr("answered: done");
        break;
    case WriteEnd::Refused:
        text = ChangeFactsWords::tr("answered: refused");
        break;
    case WriteEnd::NotSent:
        text = ChangeFactsWords::tr("did not leave");
        break;
    case WriteEnd::Unknown:
        text = ChangeFactsWords::tr("answer lost");
        break;
    }
    if (attempt.httpStatus > 0)
        text += u", HTTP "_s + QString::number(attempt.httpStatus);
    return text;
}

} // namespace

QString changeMeaning(const ChangeRecord &change)
{
    switch (change.state) {
    case ChangeState::Waiting:
        return ChangeFactsWords::tr(
            "It is confirmed and written down, and waits for its turn. Nothing was sent yet.");
    case ChangeState::Running:
        return ChangeFactsWords::tr("It is on its way to IDrive.");
    case ChangeState::Done:
    case ChangeState::DoneInPart:
        return change.answer.sentence;
    case ChangeState::Unknown:
        return unknownMeaning(change);
    case ChangeState::Refused:
    case ChangeState::NotSent:
        break;
    }
    return change.failure ? QString(change.failure->what + u' ' + change.failure->advice).trimmed()
                          : QString();
}

FactSection changeFacts(const ChangeRecord &change, const QString &accountName)
{
    FactSection section{.title = {}, .facts = {}};
    section.facts.append(
        {.label = ChangeFactsWords::tr("Confirmed"), .value = changeTimeToolTip(change.madeAt)});
    if (change.endedAt.isValid() && isOver(change.state))
        section.facts.append(
            {.label = ChangeFactsWords::tr("State since"), .value = changeTimeToolTip(change.endedAt)});
    section.facts.append({.label = ChangeFactsWords::tr("Account"), .value = visibleText(accountName)});
    if (!change.change.place.isEmpty())
        section.facts.append(
            {.label = ChangeFactsWords::tr("Where"), .value = visibleText(change.change.place)});
    section.facts.append(
        {.label = ChangeFactsWords::tr("Run"), .value = QString::number(static_cast<qint64>(change.run))});
    return section;
}

FactSection requestFacts(const ChangeRecord &change)
{
    const ChangeRequest &request = change.change.request;
    FactSection section{.title = ChangeFactsWords::tr("Request"), .facts = {}};
    const QString verb = request.verb == WriteVerb::Put ? u"PUT "_s : u"POST "_s;
    section.facts.append({.label = ChangeFactsWords::tr("Call"), .value = verb + request.path});
    for (const QueryItem &item : request.query)
        section.facts.append({.label = visibleText(item.name), .value = visibleText(item.value)});
    addFields(section, request.body);
    return section;
}

FactSection attemptFacts(const ChangeRecord &change)
{
    FactSection section{.title = ChangeFactsWords::tr("Attempts"), .facts = {}};
    if (change.attempts.empty())
        section.facts.append({.label = ChangeFactsWords::tr("Sent"),
                              .value = ChangeFactsWords::tr("never"),
                              .isKnown = false});
    for (const ChangeAttempt &attempt : change.attempts)
        section.facts.append({.label = ChangeFactsWords::tr("Attempt %1").arg(attempt.number),
                              .value = changeTimeToolTip(attempt.at) + u'\n' + endText(attempt),
                              .addition = changeDurationText(attempt.duration)});
    return section;
}

FactSection answerFacts(const ChangeRecord &change)
{
    FactSection section{.title = ChangeFactsWords::tr("Answer"), .facts = {}};
    if (change.lookUp != LookUpState::None)
        section.facts.append({.label = ChangeFactsWords::tr("Look-up"), .value = label(change.lookUp)});
    addFields(section, change.answer.facts);
    return section;
}
