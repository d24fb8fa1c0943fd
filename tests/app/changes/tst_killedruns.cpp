// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/companybook.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int companies = STEWARD_COMPANIES;

// What it printed; -1: it was killed.
int runSteward(const CompanyBook &book, const QString &profile, int dieAt)
{
    QProcess steward;
    steward.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    steward.start(QStringLiteral(STEWARD_KILLED),
                  {book.address(), profile, QString::number(companies), QString::number(dieAt)});
    if (!steward.waitForFinished(50'000))
        steward.kill();
    const bool isGood = steward.exitStatus() == QProcess::NormalExit && steward.exitCode() == 0;
    return isGood ? steward.readAllStandardOutput().trimmed().toInt() : -1;
}

void makeFaults(CompanyBook &book)
{
    // some answers are lost, so that look-ups are under way, too, when it is killed
    for (int post = 1; post < 4 * companies; post += 3)
        book.failPost(post, {.answerCutAt = 20, .how = ByteAnswer::Then::Close});
}

} // namespace

/// F47: SIGKILL at every moment around a line of the journal and around a sending; then a new Steward goes on.
class TestKilledRuns : public QObject
{
    Q_OBJECT

private slots:
    void F47_whatWasKilledIsFinishedWithoutDoubles()
    {
        int moments = 0;
        {
            CompanyBook book;
            makeFaults(book);
            const QTemporaryDir profile;
            moments = runSteward(book, profile.path(), 0);
            QVERIFY(moments > 6 * companies);
            QCOMPARE(book.made().size(), companies);
        }
        const int points = std::min(moments, STEWARD_POINTS);
        int killed = 0;
        for (int point = 0; point < points; ++point) {
            const int dieAt = 1 + point * moments / points;
            CompanyBook book;
            makeFaults(book);
            const QTemporaryDir profile;
            killed += runSteward(book, profile.path(), dieAt) < 0 ? 1 : 0;
            QVERIFY2(runSteward(book, profile.path(), 0) >= 0, qPrintable(QString::number(dieAt)));
            const QMap<QString, int> made = book.made();
            // killed before the first line: nothing was confirmed, and the second one began anew
            QCOMPARE(made.size(), companies);
            for (const auto &[name, times] : made.asKeyValueRange())
                QVERIFY2(times == 1,
                         qPrintable(u"%1, killed at %2 of %3"_s.arg(name).arg(dieAt).arg(moments)));
        }
        QVERIFY(killed >= points - 1); // the moments of two runs need not be quite as many
        qInfo("killed at %d of %d moments", killed, moments);
    }
};

QTEST_GUILESS_MAIN(TestKilledRuns)
#include "tst_killedruns.moc"
