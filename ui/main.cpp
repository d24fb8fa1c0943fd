// SPDX-License-Identifier: GPL-3.0-or-later
// Steward's console: options, the program without its window, the window.
#include "app/accounts/apikey.h"
#include "app/base/log.h"
#include "app/base/processheap.h"
#include "app/steward/steward.h"
#include "ui/apikeyfile.h"
#include "ui/options.h"
#include "ui/tour/screenshots.h"
#include "ui/watchdog.h"
#include "ui/window/accountparts.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsparts.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongInput = 2;

int refuse(const QString &sentence)
{
    QTextStream(stderr) << "steward: " << sentence << Qt::endl;
    return wrongInput;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// The key that the options name; without a file: none.
tl::expected<Secret, QString> readKey(const Options &options)
{
    if (!options.endpoint)
        return Secret();
    tl::expected<QByteArray, QString> bytes = readApiKeyFile(options.apiKeyFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    tl::expected<CleanedKey, QString> cleaned = cleanApiKey(std::move(*bytes));
    if (!cleaned)
        return tl::unexpected(cleaned.error());
    return std::move(cleaned->key);
}

QString profileOf(const Options &options)
{
    if (options.profile.isEmpty() && !options.screenshots.isEmpty())
        return {}; // pictures show the window as it is at first
    return options.profile.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                     : options.profile;
}

/// Runs the event loop; the program's status.
int run(QApplication &application, const Options &options, Secret key)
{
    Theme theme;
    const QString profile = profileOf(options);
    Steward steward(nullptr, std::make_shared<ReadRetries>(), profile);
    MainWindow window(steward, theme, profile);
    std::unique_ptr<Watchdog> watchdog;
    if (!options.watchdog.isEmpty())
        watchdog = std::make_unique<Watchdog>(options.watchdog);
    std::unique_ptr<Screenshots> screenshots;
    window.show();

    if (!options.screenshots.isEmpty()) {
        SandboxOptions fleet = options.sandboxFleet;
        fleet.seed = fleet.seed.value_or(1); // the same pictures every time
        screenshots =
            std::make_unique<Screenshots>(ScreenshotTour{steward, window, fleet}, theme, options.screenshots);
        QObject::connect(screenshots.get(), &Screenshots::finished, &application, [](const QString &problem) {
            if (!problem.isEmpty())
                QTextStream(stderr) << "steward: " << problem << Qt::endl;
            QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
        });
        QMetaObject::invokeMethod(screenshots.get(), &Screenshots::start, Qt::QueuedConnection);
    } else if (options.endpoint) {
        steward.open({.id = AccountId(u"account"_s), .name = QString(), .endpoint = *options.endpoint},
                     std::move(key));
    } else if (options.sandbox) {
        window.openSandbox(options.sandboxFleet);
    } else {
        // the window is there first: the keyring may take its time
        QTimer::singleShot(0, &window, [&window] { window.accounts()->accounts().openAtStart(); });
        window.settings()->refresh().watchNetwork();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    returnLargeBlocks();
    installRedactingLog();
    const tl::expected<Options, QString> options = parseOptions(argumentsOf(argc, argv));
    if (!options)
        return refuse(options.error());
    if (options->help || options->version) {
        QTextStream(stdout) << (options->help ? optionsHelp()
                                              : u"Steward %1\n"_s.arg(QStringLiteral(STEWARD_VERSION)));
        return 0;
    }
    tl::expected<Secret, QString> key = readKey(*options);
    if (!key)
        return refuse(key.error());

    QCoreApplication::setApplicationName(u"steward"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STEWARD_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Steward"_s);
    QGuiApplication::setDesktopFileName(u"steward"_s);
    QApplication application(argc, argv);
    return run(application, *options, std::move(*key));
}
