// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secret.h"

#include <QTest>

#include <concepts>
#include <type_traits>
#include <utility>

namespace {

template <typename T>
concept CanBePrinted = requires(QDebug debug, const T &value) { debug << value; };
template <typename T>
concept CanBeCompared = requires(const T &a, const T &b) { a == b; };

// What must not compile, looked at by the compiler.
static_assert(!CanBePrinted<Secret>);
static_assert(!CanBeCompared<Secret>);
static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_copy_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void aWipedSecretIsEmpty();
    void itsBytesAreItsOwn();
    void movingLeavesNothingBehind();
    void assigningWipesWhatWasThere();
    void aDuplicateIsIndependent();
};

void TestSecret::aWipedSecretIsEmpty()
{
    Secret secret(QByteArray("canary"));
    QVERIFY(!secret.isEmpty());
    secret.wipe();
    QVERIFY(secret.isEmpty());
    QVERIFY(secret.reveal().isEmpty());
    secret.wipe(); // twice does no harm
}

void TestSecret::itsBytesAreItsOwn()
{
    const QByteArray shared("canary-0123456789");
    {
        Secret secret(shared);
        QVERIFY(secret.reveal().data() != shared.constData());
        secret.wipe();
    }
    QCOMPARE(shared, "canary-0123456789");

    // bytes that were never on the heap are copied before they are wiped
    Secret literal(QByteArrayLiteral("canary-literal"));
    literal.wipe();
    QCOMPARE(QByteArrayLiteral("canary-literal"), "canary-literal");
}

void TestSecret::movingLeavesNothingBehind()
{
    Secret first(QByteArray("canary"));
    Secret second(std::move(first));
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    QCOMPARE(second.reveal(), QByteArrayView("canary"));
}

void TestSecret::assigningWipesWhatWasThere()
{
    Secret secret(QByteArray("canary-one"));
    secret = Secret(QByteArray("canary-two"));
    QCOMPARE(secret.reveal(), QByteArrayView("canary-two"));
    Secret &same = secret;
    secret = std::move(same);
    QCOMPARE(secret.reveal(), QByteArrayView("canary-two"));
}

void TestSecret::aDuplicateIsIndependent()
{
    Secret secret(QByteArray("canary"));
    const Secret copy = secret.duplicate();
    secret.wipe();
    QCOMPARE(copy.reveal(), QByteArrayView("canary"));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
