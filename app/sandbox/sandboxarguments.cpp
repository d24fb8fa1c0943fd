// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxarguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("SandboxArguments", text);
}

/// What the program answers beside the API.
QString controlHelp()
{
    return translated(
               "\n"
               "The API is at /api/msp. For tests, the same port and key also answer:\n"
               "  GET /sandbox/counters     What was asked: requests, bodies, refused ones, and violations\n"
               "                            of the API document, in all and for each operation.\n"
               "  POST /sandbox/next-error  The next valid request gets an error:\n"
               "                            {\"type\": \"internal_error\"}, one of the document's %1 types.\n"
               "                            If wanted: \"field\": \"name\", \"times\": 3,\n"
               "                            \"operation\": \"POST /company\" (no other gets it),\n"
               "                            \"after_effect\": true (it has its effect all the same).\n")
        .arg(errorTypes);
}

/// All options with their defaults.
struct Options
{
    const SandboxArguments defaults = {};
    const QCommandLineOption help{u"help"_s, translated("Show this help.")};
    const QCommandLineOption version{u"version"_s, translated("Show the version.")};
    const QCommandLineOption port =
        number(u"port"_s, translated("Port on 127.0.0.1; 0 takes a free one."), defaults.port);
    const QCommandLineOption companies = number(
        u"companies"_s,
        translated("The key's own company and its sub companies, 1 to %1.").arg(FleetSize::mostCompanies),
        defaults.size.companies);
    const QCommandLineOption devices =
        number(u"devices"_s, translated("Devices in all companies, 0 to %1.").arg(FleetSize::mostDevices),
               defaults.size.devices);
    const QCommandLineOption seed =
        number(u"seed"_s, translated("Which of all fleets of this size; the same number, the same fleet."),
               static_cast<int>(defaults.size.seed));
    const QCommandLineOption key{u"key"_s, translated("The API key that callers have to show."), u"K"_s,
                                 QString::fromStdString(defaults.key)};
    const QCommandLineOption bareList{
        u"bare-list"_s,
        translated("What the device list without a company holds: the devices of all, or of the key's own."),
        u"all|own"_s, u"all"_s};
    const QCommandLineOption speed = number(
        u"speed"_s,
        translated("How many seconds pass in the sandbox in one second, 1 to %1.").arg(SandboxClock::fastest),
        defaults.speed);
    const QCommandLineOption dryRunActs{u"dry-run-acts"_s,
                                        translated("A dry run of a new plan has the effect of a real one.")};
    const QCommandLineOption endWithStdin{u"end-with-stdin"_s,
                                          translated("End when the standard input is closed.")};

    static QCommandLineOption number(const QString &name, const QString &meaning, int byDefault)
    {
        return {name, meaning, u"N"_s, QString::number(byDefault)};
    }
};

/// Reads option values and keeps the first complaint.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser) : m_parser(parser) { }

    int number(const QCommandLineOption &option, int least, int most)
    {
        bool isNumber = false;
        const int value = m_parser.value(option).toInt(&isNumber);
        if (!isNumber || value < least || value > most)
            complain(option, translated("a whole number from %1 to %2").arg(least).arg(most));
        return value;
    }

    Reading::BareList bareList(const QCommandLineOption &option)
    {
        const QString value = m_parser.value(option);
        if (value != u"all" && value != u"own")
            complain(option, translated("all or own"));
        return value == u"own" ? Reading::BareList::Own : Reading::BareList::All;
    }

    /// httplib decodes '%' in headers, so a key with one could not be compared.
    std::string key(const QCommandLineOption &option)
    {
        const QString value = m_parser.value(option);
        const bool isPlain =
            std::ranges::all_of(value, [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'%'; });
        if (value.isEmpty() || !isPlain)
            complain(option,
                     translated("made of letters, digits and signs of ASCII, without blanks and '%'"));
        return value.toStdString();
    }

    const QString &complaint() const { return m_complaint; }

private:
    void complain(const QCommandLineOption &option, const QString &whatItMustBe)
    {
        if (m_complaint.isEmpty()) {
            m_complaint = translated("--%1 is \"%2\"; it must be %3.")
                              .arg(option.names().constFirst(), m_parser.value(option), whatItMustBe);
        }
    }

    const QCommandLineParser &m_parser;
    QString m_complaint;
};

} // namespace

tl::expected<SandboxArguments, QString> SandboxArguments::read(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("A pretended IDrive 360 MSP API on 127.0.0.1 with a fleet "
                                                "that lives. Prints \"PORT n\" when it listens."));
    parser.addOptions({options.port, options.companies, options.devices, options.seed, options.key,
                       options.bareList, options.speed, options.dryRunActs, options.endWithStdin,
                       options.help, options.version});
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (parser.isSet(options.help))
        return SandboxArguments{.wish = Wish::ShowText, .text = parser.helpText() + controlHelp()};
    if (parser.isSet(options.version))
        return SandboxArguments{.wish = Wish::ShowText, .text = u"steward-sandbox " STEWARD_VERSION "\n"_s};
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(
            translated("\"%1\" is not an option.").arg(parser.positionalArguments().constFirst()));

    constexpr int anyNumber = std::numeric_limits<int>::max();
    Values values(parser);
    SandboxArguments read{
        .port = values.number(options.port, 0, 65535),
        .size = {.companies = values.number(options.companies, 1, FleetSize::mostCompanies),
                 .devices = values.number(options.devices, 0, FleetSize::mostDevices),
                 .seed = static_cast<std::uint64_t>(values.number(options.seed, 0, anyNumber))},
        .key = values.key(options.key),
        .reading = {.bareList = values.bareList(options.bareList),
                    .dryRunActs = parser.isSet(options.dryRunActs)},
        .speed = values.number(options.speed, 1, SandboxClock::fastest),
        .endsWithStdin = parser.isSet(options.endWithStdin),
    };
    if (!values.complaint().isEmpty())
        return tl::unexpected(values.complaint());
    return read;
}
