// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/writefixture.h"
#include "tests/support/fault.h"

#include <QMap>

#include <functional>
#include <mutex>
#include <random>

using namespace Qt::StringLiterals;

using Then = ByteAnswer::Then;

namespace {

// How one change is to fail.
struct Failure
{
    Then how = Then::Close;
    qsizetype requestCutAt =
        -1; // byte of the request after which the server goes; -1: it reads it all, and does it
    qsizetype answerCutAt = 0; // byte of the answer after which it goes
};

// \a below gives a chance number below its argument.
Failure anyFailure(const std::function<qsizetype(qsizetype)> &below)
{
    constexpr std::array ends{Then::Close, Then::Vanish, Then::Reset};
    Failure failure{.how = ends[static_cast<size_t>(below(3))]};
    if (below(3) == 0)
        failure.requestCutAt = below(500) + 1;
    const qsizetype answerSize = created().bytes.size();
    failure.answerCutAt = below(8) == 0 ? answerSize : below(answerSize); // now and then it comes whole
    return failure;
}

// A server that does what it is told to do, and keeps a book of what it has done.
class Bookkeeper
{
public:
    explicit Bookkeeper(Over over)
        : m_server(
              [this](const ReceivedRequest &request) { return answerTo(request); },
              reachedOver(over, [this](const ReceivedRequest &request) { return earlyAnswerTo(request); }))
    { }

    QString address() const { return m_server.address(); }
    void failNext(const Failure &failure)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = failure;
    }
    QMap<QByteArray, int> applied() const
    {
        const std::lock_guard lock(m_mutex);
        return m_applied;
    }

private:
    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        if (request.verb() == "GET")
            return {.bytes = jsonAnswer("{}")};
        const std::lock_guard lock(m_mutex);
        ++m_applied[nameIn(QJsonDocument::fromJson(request.body).object()).toUtf8()];
        return Fault::cut(created().bytes, m_failure.answerCutAt, m_failure.how);
    }
    std::optional<ByteAnswer> earlyAnswerTo(const ReceivedRequest &request) const
    {
        const std::lock_guard lock(m_mutex);
        const bool isEnough = request.head.size() + request.body.size() >= m_failure.requestCutAt;
        if (request.verb() == "GET" || m_failure.requestCutAt < 0 || !isEnough)
            return std::nullopt;
        return Fault::noAnswer(m_failure.how);
    }

    mutable std::mutex m_mutex;
    Failure m_failure;
    QMap<QByteArray, int> m_applied; // how often, by the name in the body
    ByteServer m_server; // goes first: its thread calls into this
};

// The names of the changes that were done twice, or of which something was told that is not so.
QByteArrayList falselyTold(const QMap<QByteArray, WriteEnd> &told, const QMap<QByteArray, int> &applied)
{
    QByteArrayList names;
    for (const auto &[name, end] : told.asKeyValueRange()) {
        const int times = applied.value(name);
        const bool isTrue = (times == 1 && (end == WriteEnd::Done || end == WriteEnd::Unknown))
            || (times == 0 && (end == WriteEnd::NotSent || end == WriteEnd::Unknown));
        if (!isTrue)
            names << name;
    }
    return names;
}

} // namespace

/// G2: whatever is lost on the way, nothing is done twice, and nothing is told as done that was not.
class TestAmbiguousWrites : public QObject
{
    Q_OBJECT

private slots:
    void G2_I11_nothingIsDoneTwice_data();
    void G2_I11_nothingIsDoneTwice();
};

void TestAmbiguousWrites::G2_I11_nothingIsDoneTwice_data()
{
    QTest::addColumn<Over>("over");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("plain") << Over::Tcp << 20260217U;
    QTest::newRow("TLS") << Over::Tls << 20260218U;
}

void TestAmbiguousWrites::G2_I11_nothingIsDoneTwice()
{
    QFETCH(const Over, over);
    QFETCH(const unsigned, seed);
    constexpr int changes = STEWARD_CHANGES;
    std::mt19937 random(seed);
    const auto below = [&random](qsizetype end) {
        return std::uniform_int_distribution<qsizetype>(0, end - 1)(random);
    };

    Bookkeeper server(over);
    QMap<QByteArray, WriteEnd> told;
    QMap<WriteEnd, int> ends;
    for (int i = 0; i < changes; ++i) {
        server.failNext(anyFailure(below));
        ApiClient client(endpointAt(server.address()), testKey());
        if (below(2) == 0)
            QVERIFY(readBy(client).answer); // the connection is kept
        const QString name = u"change %1"_s.arg(i);
        const SeenWrite seen = writeBy(client,
                                       change(name, below(4) == 0 ? WriteVerb::Put : WriteVerb::Post,
                                              below(2) == 0 ? Written::Plan : Written::Company));
        QCOMPARE(seen.calls, 1);
        told.insert(name.toUtf8(), *seen.end());
        ++ends[*seen.end()];
    }

    const QMap<QByteArray, int> applied = server.applied();
    QCOMPARE(falselyTold(told, applied), QByteArrayList());
    QCOMPARE(told.size(), changes);
    // the test would prove nothing if one of these had not happened
    QVERIFY(ends[WriteEnd::Unknown] > changes / 2);
    QVERIFY(ends[WriteEnd::Done] > 0);
    QVERIFY(applied.size() > changes / 2 && applied.size() < changes);
    qInfo("%d changes: %lld done by the server, %d told as done, %d as unknown, %d as not sent", changes,
          static_cast<long long>(applied.size()), ends[WriteEnd::Done], ends[WriteEnd::Unknown],
          ends[WriteEnd::NotSent]);
}

QTEST_GUILESS_MAIN(TestAmbiguousWrites)
#include "tst_ambiguouswrites.moc"
