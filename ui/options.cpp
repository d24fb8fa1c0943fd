// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct OptionRow
{
    const char *name;
    const char *value; // what stands for its value in the help; nullptr: it takes none
    const char *meaning; // nullptr: read by Qt, not shown
};

constexpr std::array optionTable{
    OptionRow{"sandbox", nullptr,
              QT_TRANSLATE_NOOP("Options", "Open the sandbox: a pretend IDrive on this computer.")},
    OptionRow{"sandbox-companies", "N",
              QT_TRANSLATE_NOOP("Options", "How many companies it has, 1 to 5000.")},
    OptionRow{"sandbox-devices", "N", QT_TRANSLATE_NOOP("Options", "How many devices it has, 1 to 1000000.")},
    OptionRow{"sandbox-seed", "N",
              QT_TRANSLATE_NOOP("Options", "Which fleet it makes up: the same number, the same fleet.")},
    OptionRow{"sandbox-speed", "N",
              QT_TRANSLATE_NOOP("Options", "How many seconds pass in it in one second, 1 to 100000.")},
    OptionRow{"endpoint", "URL",
              QT_TRANSLATE_NOOP("Options", "The address of the API; IDrive's own if it is left out.")},
    OptionRow{"api-key-file", "FILE",
              QT_TRANSLATE_NOOP("Options",
                                "Open the account whose API key stands in FILE; \"-\" is standard input.")},
    OptionRow{"profile", "DIR",
              QT_TRANSLATE_NOOP("Options", "Keep all settings and data of this run in DIR.")},
    OptionRow{
        "screenshots", "DIR",
        QT_TRANSLATE_NOOP("Options", "Save every main screen of a sandbox in DIR, light and dark, and end.")},
    OptionRow{"watchdog", "FILE",
              QT_TRANSLATE_NOOP("Options", "Write the longest pauses of the window to FILE at the end.")},
    OptionRow{"version", nullptr, QT_TRANSLATE_NOOP("Options", "Print the version and end.")},
    OptionRow{"help", nullptr, QT_TRANSLATE_NOOP("Options", "Print this page and end.")},
    // a desktop starts programs with these, and Qt takes them
    OptionRow{"platform", "NAME", nullptr},
    OptionRow{"style", "NAME", nullptr},
    OptionRow{"session", "ID", nullptr},
};

QString optionText(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

struct NumberRow
{
    QLatin1StringView name;
    int least;
    int most;
    std::optional<int> SandboxOptions::*field;
};

constexpr std::array numberTable{
    NumberRow{QLatin1StringView("sandbox-companies"), 1, 5'000, &SandboxOptions::companies},
    NumberRow{QLatin1StringView("sandbox-devices"), 1, 1'000'000, &SandboxOptions::devices},
    NumberRow{QLatin1StringView("sandbox-seed"), 0, std::numeric_limits<int>::max(), &SandboxOptions::seed},
    NumberRow{QLatin1StringView("sandbox-speed"), 1, 100'000, &SandboxOptions::speed},
};

void addOptions(QCommandLineParser &parser)
{
    for (const OptionRow &row : optionTable) {
        QStringList names{QString::fromLatin1(row.name)};
        if (names.first() == "help"_L1)
            names << u"h"_s;
        parser.addOption({names, QString(), QString::fromLatin1(row.value)});
    }
}

/// The sentence that says which number is wrong; empty when all are right.
QString readNumbers(const QCommandLineParser &parser, SandboxOptions &sandbox)
{
    for (const NumberRow &row : numberTable) {
        if (!parser.isSet(row.name))
            continue;
        bool isNumber = false;
        const int number = parser.value(row.name).toInt(&isNumber);
        if (!isNumber || number < row.least || number > row.most)
            return optionText(QT_TRANSLATE_NOOP("Options", "--%1 takes a whole number from %2 to %3."))
                .arg(row.name)
                .arg(row.least)
                .arg(row.most);
        sandbox.*row.field = number;
    }
    return {};
}

QString emptyValue(const QCommandLineParser &parser)
{
    for (const OptionRow &row : optionTable) {
        const QString name = QString::fromLatin1(row.name);
        if (row.value && parser.isSet(name) && parser.value(name).isEmpty())
            return optionText(QT_TRANSLATE_NOOP("Options", "--%1 needs a value.")).arg(name);
    }
    return {};
}

/// The sentence that says what does not go together or cannot be read; empty when all is well.
QString readAccount(const QCommandLineParser &parser, Options &options)
{
    const bool hasKey = parser.isSet(u"api-key-file"_s);
    if (parser.isSet(u"endpoint"_s) && !hasKey)
        return optionText(
            QT_TRANSLATE_NOOP("Options", "--endpoint needs --api-key-file with the key for that address."));
    if (!hasKey)
        return {};
    if (options.sandbox)
        return optionText(QT_TRANSLATE_NOOP(
            "Options", "The sandbox has a key of its own: use either --sandbox or --api-key-file."));
    if (!options.screenshots.isEmpty())
        return optionText(
            QT_TRANSLATE_NOOP("Options", "--screenshots shows the sandbox only: leave --api-key-file out."));
    options.apiKeyFile = parser.value(u"api-key-file"_s);
    options.endpoint = Endpoint::idrive();
    if (!parser.isSet(u"endpoint"_s))
        return {};
    const tl::expected<Endpoint, QString> endpoint = Endpoint::parse(parser.value(u"endpoint"_s));
    if (!endpoint)
        return endpoint.error();
    options.endpoint = *endpoint;
    return {};
}

} // namespace

tl::expected<Options, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    addOptions(parser);
    if (!parser.parse(QStringList(QString()) + arguments))
        return tl::unexpected(parser.errorText() + u' '
                              + optionText(QT_TRANSLATE_NOOP("Options", "--help lists the options.")));
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(
            optionText(QT_TRANSLATE_NOOP("Options", "Steward takes options only; --help lists them.")));
    if (const QString problem = emptyValue(parser); !problem.isEmpty())
        return tl::unexpected(problem);

    Options options{.help = parser.isSet(u"help"_s), .version = parser.isSet(u"version"_s)};
    options.profile = parser.value(u"profile"_s);
    options.screenshots = parser.value(u"screenshots"_s);
    options.watchdog = parser.value(u"watchdog"_s);
    options.sandbox = parser.isSet(u"sandbox"_s)
        || std::ranges::any_of(numberTable, [&](const NumberRow &row) { return parser.isSet(row.name); });
    if (const QString problem = readNumbers(parser, options.sandboxFleet); !problem.isEmpty())
        return tl::unexpected(problem);
    if (const QString problem = readAccount(parser, options); !problem.isEmpty())
        return tl::unexpected(problem);
    return options;
}

QString optionsHelp()
{
    QString page =
        optionText(QT_TRANSLATE_NOOP("Options",
                                     "Usage: steward [options]\n"
                                     "Look after the backups of all your companies in one window.\n\n"));
    for (const OptionRow &row : optionTable) {
        if (!row.meaning)
            continue;
        const QString value = row.value ? u' ' + QString::fromLatin1(row.value) : QString();
        const QString option = u"  --"_s + QString::fromLatin1(row.name) + value;
        page += option.leftJustified(26) + optionText(row.meaning) + u'\n';
    }
    return page;
}
