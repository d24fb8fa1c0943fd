// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/setupkit.h"
#include "app/enrolment/setupsystem.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <map>

/// A person's own text with fields in it: for a mail to a client, or for a script. Steward fills in the fields and invents nothing:
/// IDrive publishes no switches for a silent install.
struct KitTemplate
{
    QString name{};
    QString text{};
    bool isScript = false; ///< Else a mail.

    friend bool operator==(const KitTemplate &, const KitTemplate &) = default;
};

/// What the fields of a template stand for.
struct KitFacts
{
    QString company{}; ///< A server's text.
    CompanyId companyId{};
    SetupSystem system = SetupSystem::Win;
    SetupOptions options{};
    std::map<SetupSystem, SetupKit> kits{}; ///< Those that were read, with these options.
};

/// A field: its name, as it stands between braces, and what it means.
struct KitTemplateField
{
    QString name;
    QString meaning;
};
/// All of them, in the order in which they are explained.
QList<KitTemplateField> kitTemplateFields();

/// Something in braces that looks like a field and is none.
struct UnknownKitField
{
    QString name{};
    qsizetype line = 1; ///< From 1.
    qsizetype column = 1; ///< Of the opening brace, from 1.

    friend bool operator==(const UnknownKitField &, const UnknownKitField &) = default;
};
/// A field is small letters, digits and underscores between braces. All else, as a script's own braces, is the person's text.
QList<UnknownKitField> unknownFieldsOf(const QString &text);
/// For the person: "{compny} is no field and stays as it is (line 3, column 5)."
QString sentenceFor(const UnknownKitField &unknown);

struct FilledTemplate
{
    QString text{}; ///< Unknown fields stay as they are, missing ones are left empty.
    QStringList missing{}; ///< Fields that nothing is known for yet: "link_mac".
};
/// Control characters of the company's name are shown as marks: they would break out of a line.
FilledTemplate filledTemplate(const QString &text, const KitFacts &facts);

/// What a shell could take for its own in the values that \a text asks for: a quote, a dollar sign, a pipe… Empty: nothing.
QString shellDoubt(const QString &text, const KitFacts &facts);

/// As the settings keep them. What is no template is left out.
QList<KitTemplate> kitTemplatesFrom(const QJsonValue &stored);
QJsonValue storedKitTemplates(const QList<KitTemplate> &templates);
/// To begin with, one of each.
QList<KitTemplate> firstKitTemplates();
