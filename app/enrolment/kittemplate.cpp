// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kittemplate.h"

#include "app/base/visibletext.h"
#include "app/enrolment/setuplink.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct KitTemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(KitTemplate)
};

const SetupKit *kitOf(const KitFacts &facts, SetupSystem system)
{
    const auto found = facts.kits.find(system);
    return found == facts.kits.end() ? nullptr : &found->second;
}

// nullopt: not known yet.
using Value = std::optional<QString>;

struct FieldRow
{
    const char *name;
    const char *meaning;
    Value (*value)(const KitFacts &);
};

Value kitText(const KitFacts &facts, QString SetupKit::*text)
{
    const SetupKit *kit = kitOf(facts, facts.system);
    return kit && !(kit->*text).isEmpty() ? Value(kit->*text) : Value();
}

QString yesOrNo(bool is)
{
    return KitTemplateWords::tr(is ? QT_TRANSLATE_NOOP("KitTemplate", "yes")
                                   : QT_TRANSLATE_NOOP("KitTemplate", "no"));
}

constexpr std::array fields{
    FieldRow{"company", QT_TRANSLATE_NOOP("KitTemplate", "the company’s name"),
             [](const KitFacts &facts) {
                 return Value(visibleText(facts.company));
             }},
    FieldRow{"company_id", QT_TRANSLATE_NOOP("KitTemplate", "the company’s ID"),
             [](const KitFacts &facts) {
                 return Value(facts.companyId.text());
             }},
    FieldRow{"link", QT_TRANSLATE_NOOP("KitTemplate", "the setup link for the system"),
             [](const KitFacts &facts) {
                 return kitText(facts, &SetupKit::setupLink);
             }},
    FieldRow{"configuration_id", QT_TRANSLATE_NOOP("KitTemplate", "the configuration ID"),
             [](const KitFacts &facts) {
                 return kitText(facts, &SetupKit::configurationId);
             }},
    FieldRow{"token", QT_TRANSLATE_NOOP("KitTemplate", "the last part of the link"),
             [](const KitFacts &facts) {
                 const Value link = kitText(facts, &SetupKit::setupLink);
                 return link ? Value(readSetupLink(*link).token) : Value();
             }},
    FieldRow{"system", QT_TRANSLATE_NOOP("KitTemplate", "the system in the API’s word, such as MSI"),
             [](const KitFacts &facts) {
                 return Value(wireWord(facts.system));
             }},
    FieldRow{"system_name", QT_TRANSLATE_NOOP("KitTemplate", "the system in words"),
             [](const KitFacts &facts) {
                 return Value(label(facts.system));
             }},
    FieldRow{"private_encryption", QT_TRANSLATE_NOOP("KitTemplate", "yes or no"),
             [](const KitFacts &facts) {
                 return Value(yesOrNo(facts.options.privateEncryption));
             }},
    FieldRow{"full_client", QT_TRANSLATE_NOOP("KitTemplate", "yes or no"),
             [](const KitFacts &facts) {
                 return Value(yesOrNo(facts.options.fullClient));
             }},
};

constexpr auto linkOfSystem = "link_"_L1;

// "link_mac" and its like.
std::optional<SetupSystem> systemOfField(QStringView name)
{
    if (!name.startsWith(linkOfSystem))
        return std::nullopt;
    const QString word = name.mid(linkOfSystem.size()).toString();
    const auto *system = std::ranges::find_if(
        allSetupSystems, [&](SetupSystem candidate) { return wireWord(candidate).toLower() == word; });
    return system == allSetupSystems.end() ? std::nullopt : std::optional(*system);
}

const FieldRow *rowOf(QStringView name)
{
    const auto *row = std::ranges::find_if(
        fields, [&](const FieldRow &field) { return name == QLatin1StringView(field.name); });
    return row == fields.end() ? nullptr : row;
}

bool isField(QStringView name)
{
    return rowOf(name) || systemOfField(name);
}

Value valueOf(QStringView name, const KitFacts &facts)
{
    if (const FieldRow *row = rowOf(name))
        return row->value(facts);
    const std::optional<SetupSystem> system = systemOfField(name);
    const SetupKit *kit = system ? kitOf(facts, *system) : nullptr;
    return kit && !kit->setupLink.isEmpty() ? Value(kit->setupLink) : Value();
}

/// Calls \a use(name, position, whole) for everything in \a text that looks like a field.
void forEachField(const QString &text, const std::function<void(QStringView, qsizetype, QStringView)> &use)
{
    static const QRegularExpression looksLikeField(u"\\{([a-z][a-z0-9_]*)\\}"_s);
    auto matches = looksLikeField.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        use(match.capturedView(1), match.capturedStart(), match.capturedView());
    }
}

} // namespace

QList<KitTemplateField> kitTemplateFields()
{
    QList<KitTemplateField> all;
    for (const FieldRow &field : fields)
        all.append({.name = QString::fromLatin1(field.name), .meaning = KitTemplateWords::tr(field.meaning)});
    for (const SetupSystem system : allSetupSystems)
        all.append({.name = linkOfSystem + wireWord(system).toLower(),
                    .meaning = KitTemplateWords::tr("the setup link for %1").arg(label(system))});
    return all;
}

QList<UnknownKitField> unknownFieldsOf(const QString &text)
{
    QList<UnknownKitField> unknown;
    forEachField(text, [&](QStringView name, qsizetype position, QStringView) {
        if (isField(name))
            return;
        const QStringView before = QStringView(text).first(position);
        unknown.append({.name = name.toString(),
                        .line = before.count(u'\n') + 1,
                        .column = position - before.lastIndexOf(u'\n')});
    });
    return unknown;
}

QString sentenceFor(const UnknownKitField &unknown)
{
    return KitTemplateWords::tr("{%1} is no field and stays as it is (line %2, column %3).")
        .arg(unknown.name)
        .arg(unknown.line)
        .arg(unknown.column);
}

FilledTemplate filledTemplate(const QString &text, const KitFacts &facts)
{
    FilledTemplate filled;
    qsizetype done = 0;
    forEachField(text, [&](QStringView name, qsizetype position, QStringView whole) {
        if (!isField(name))
            return;
        filled.text += QStringView(text).sliced(done, position - done);
        done = position + whole.size();
        if (const Value value = valueOf(name, facts))
            filled.text += *value;
        else if (const QString missing = name.toString(); !filled.missing.contains(missing))
            filled.missing << missing;
    });
    filled.text += QStringView(text).sliced(done);
    return filled;
}

QString shellDoubt(const QString &text, const KitFacts &facts)
{
    static constexpr QStringView ofShells = u"\"'`$&|;<>(){}[]*?!#%^~\\@=+,";
    QString doubtful;
    forEachField(text, [&](QStringView name, qsizetype, QStringView) {
        // the others are words of ours, or as the server made them for this very purpose
        if (name != "company"_L1 && name != "company_id"_L1)
            return;
        const QString value = valueOf(name, facts).value_or(QString());
        for (const QChar c : value) {
            if (ofShells.contains(c) && !doubtful.contains(c))
                doubtful += c;
        }
    });
    return doubtful;
}
