// SPDX-License-Identifier: GPL-3.0-or-later
// A Steward without a window that dies at a moment of its test's choice: creates a number of companies, or goes on where the one
// before it was killed. Prints how many moments there were.
#include "tests/app/changes/changefixture.h"

#include <QCoreApplication>
#include <QTextStream>

#include <csignal>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString &address = arguments.at(1);
    const QString &profile = arguments.at(2);
    const int companies = arguments.at(3).toInt();
    const int dieAt = arguments.at(4).toInt(); // 0: never

    int moments = 0;
    const auto count = [&] {
        if (++moments == dieAt)
            std::raise(SIGKILL);
    };
    RunnerFixture steward(address, profile, {.mostUnknownInARow = 0, .beforeStep = count});
    if (steward.journal.trouble())
        return 3;
    const auto endIfOver = [&] {
        if (steward.isOver())
            QCoreApplication::quit();
    };
    QObject::connect(steward.runner.get(), &ChangeRunner::runChanged, &application, endIfOver,
                     Qt::QueuedConnection);
    if (steward.journal.changes().empty()) {
        const auto run =
            steward.runner->start(RunnerFixture::companies(RunnerFixture::names(companies), true));
        if (!run)
            return 4;
    } else {
        for (const auto &[run, content] : steward.journal.runs())
            steward.runner->goOn(run);
    }
    QCoreApplication::exec();
    QTextStream(stdout) << moments << Qt::endl;
    return 0;
}
