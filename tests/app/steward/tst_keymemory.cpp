// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/keptaccounts.h"
#include "app/steward/steward.h"
#include "tests/app/settings/profilefolder.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/pretendserver.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstring>
#include <malloc.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

// The key as it stands nowhere: each byte is another one until it is needed.
constexpr std::array<char, 24> masked{0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x6a, 0x6b, 0x68, 0x69, 0x6e,
                                      0x6f, 0x6c, 0x6d, 0x62, 0x63, 0x3b, 0x38, 0x39, 0x3e, 0x3f, 0x3c, 0x3d};
constexpr char mask = 0x5a;
constexpr int anyByte = 0xa5; // what the C library overwrites freed memory with

QByteArray key()
{
    QByteArray bytes(static_cast<qsizetype>(masked.size()), Qt::Uninitialized);
    std::ranges::transform(masked, bytes.begin(), [](char c) { return static_cast<char>(c ^ mask); });
    return bytes;
}

bool isKeyAt(const char *bytes, size_t step)
{
    for (size_t i = 0; i < masked.size(); ++i) {
        if (bytes[i * step] != static_cast<char>(masked[i] ^ mask))
            return false;
    }
    return true;
}

/// How often it begins in the first \a size of \a bytes; behind them there is room for one more.
int copiesIn(const char *bytes, qint64 size)
{
    int copies = 0;
    const char *end = bytes + std::max<qint64>(size, 0);
    const auto next = [end](const char *from) {
        return static_cast<const char *>(
            std::memchr(from, masked[0] ^ mask, static_cast<size_t>(end - from)));
    };
    for (const char *at = next(bytes); at; at = next(at + 1)) {
        if (isKeyAt(at, 1) || isKeyAt(at, 2))
            ++copies;
    }
    return copies;
}

/// How often the key stands in the memory that this process can write to, as bytes or as UTF-16.
int copiesInMemory()
{
    static std::array<char, 1 << 20> buffer;
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    const quintptr own = reinterpret_cast<quintptr>(buffer.data());
    int copies = 0;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList cells = line.simplified().split(' ');
        if (cells.size() < 2 || !cells[1].startsWith("rw"))
            continue;
        const QByteArrayList ends = cells[0].split('-');
        const quintptr end = ends[1].toULongLong(nullptr, 16);
        for (quintptr at = ends[0].toULongLong(nullptr, 16); at < end;) {
            constexpr qint64 overlap = 2 * static_cast<qint64>(masked.size());
            const qint64 size = std::min<qint64>(static_cast<qint64>(end - at), buffer.size());
            const bool isOwn = at < own + buffer.size() && own < at + static_cast<quintptr>(size);
            const qint64 read =
                !isOwn && memory.seek(static_cast<qint64>(at)) ? memory.read(buffer.data(), size) : 0;
            copies += copiesIn(buffer.data(), read - overlap);
            at += static_cast<quintptr>(size == buffer.size() ? size - overlap : size);
        }
    }
    return copies;
}

} // namespace

/// I19: after signing out nothing that lives holds the key. Memory that was given back is overwritten by the C library here, so that what
/// the search finds is held by somebody. What the network library leaves in freed memory without that is not ours to wipe.
class TestKeyMemory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("The sanitizer keeps freed memory as it was.");
#endif
        if (!qgetenv("GLIBC_TUNABLES").contains("tcache_count=0"))
            QSKIP("Small pieces of memory keep what was in them: run it with "
                  "GLIBC_TUNABLES=glibc.malloc.tcache_count=0.");
        QCOMPARE(mallopt(M_PERTURB, anyByte), 1);
    }

    void I19_aWipedSecretIsGoneFromMemoryThatWasGivenBack()
    {
        QCOMPARE(mallopt(M_PERTURB, 0), 1); // as it is outside of this test: nothing is overwritten
        const int before = copiesInMemory();
        // so many and so large that the search itself, which takes memory, does not overwrite them all
        constexpr int count = 50;
        constexpr qsizetype size = 100'000;
        std::vector<Secret> secrets;
        for (int i = 0; i < count; ++i) {
            QByteArray bytes(size, '.');
            std::ranges::transform(masked, bytes.begin() + size / 2,
                                   [](char c) { return static_cast<char>(c ^ mask); });
            secrets.emplace_back(std::move(bytes));
        }
        const QByteArray behind(size, '.'); // what is freed at the end of the heap goes back to the system
        QCOMPARE(copiesInMemory(), before + count);
        for (Secret &secret : secrets)
            secret.wipe();
        QCOMPARE(copiesInMemory(), before);
        QCOMPARE(mallopt(M_PERTURB, anyByte), 1);
    }

    void I19_nobodyHoldsTheKeyAfterSigningOut_data()
    {
        QTest::addColumn<KeyPlace>("place");
        QTest::newRow("from the keyring") << KeyPlace::Keyring;
        QTest::newRow("in memory") << KeyPlace::ThisSession;
    }

    void I19_nobodyHoldsTheKeyAfterSigningOut()
    {
        QFETCH(const KeyPlace, place);
        const ProfileFolder profile;
        auto server = std::make_unique<PretendServer>();
        server->set("/company", companyJson("1", "Own", {}, true));
        server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        QCOMPARE(copiesInMemory(), 0);
        Steward steward(nullptr, nullptr);
        auto kept =
            std::make_unique<KeptAccounts>(steward, profile.path(), std::make_unique<FakeSecretStore>());
        const AccountId account = kept->add(
            {.endpoint = Endpoint::parse(server->address()).value(), .keyPlace = place}, Secret(key()));
        QTRY_COMPARE(steward.fleet().devices().liveCount(), 1);
        QTRY_VERIFY(!steward.fleet().isReading());
        QVERIFY(copiesInMemory() > 0); // the search finds what is there
        kept->signOut(account);
        QTRY_VERIFY(kept->list().accounts().isEmpty());
        server.reset(); // it logs what it got
        QTRY_COMPARE(copiesInMemory(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKeyMemory)
#include "tst_keymemory.moc"
