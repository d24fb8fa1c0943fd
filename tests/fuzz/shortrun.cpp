// SPDX-License-Identifier: GPL-3.0-or-later
// A target under the usual tests: its seeds, every beginning of them, and changes of them that are the same in each run.
// Before an input is tried it is kept in a file of the build folder, so that one that breaks something can be looked at.
#include "tests/fuzz/target.h"

#include <QFile>

#include <array>
#include <random>

namespace {

constexpr int changedInputs = 20'000;
constexpr std::array<QByteArrayView, 16> pieces{
    "\"",   "\\",           "{",    "}",       "[",     "]",  ",",    ":",
    "\xFF", "\xEF\xBB\xBF", "null", "\\ud800", "1e999", "-0", "\r\n", "device_id"};

class Changes
{
public:
    QByteArray changed(const QByteArrayList &inputs)
    {
        QByteArray bytes = inputs.at(below(inputs.size()));
        for (qsizetype count = below(6) + 1; count > 0; --count)
            change(bytes, inputs);
        return bytes;
    }

private:
    qsizetype below(qsizetype end) { return std::uniform_int_distribution<qsizetype>(0, end - 1)(m_random); }

    void change(QByteArray &bytes, const QByteArrayList &inputs)
    {
        const qsizetype at = below(bytes.size() + 1);
        switch (below(6)) {
        case 0:
            bytes.insert(at, pieces[static_cast<size_t>(below(pieces.size()))]);
            break;
        case 1:
            bytes.remove(at, below(8) + 1);
            break;
        case 2:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(below(256));
            break;
        case 3:
            bytes.truncate(at);
            break;
        case 4:
            bytes = bytes.first(at) + inputs.at(below(inputs.size())).mid(below(64));
            break;
        default:
            bytes.insert(at, bytes.mid(below(bytes.size() + 1), below(40)));
        }
    }

    std::mt19937 m_random{20260217};
};

class Trial
{
public:
    explicit Trial(const QString &fileName) : m_last(fileName)
    {
        m_isOpen = m_last.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered);
    }

    void operator()(const QByteArray &bytes)
    {
        if (m_isOpen) {
            m_last.resize(0);
            m_last.seek(0);
            m_last.write(bytes);
        }
        tryBytes(bytes);
        ++m_count;
    }
    int count() const { return m_count; }
    void forget() { m_last.remove(); }

private:
    QFile m_last;
    bool m_isOpen = false;
    int m_count = 0;
};

} // namespace

int main(int /*argc*/, char **argv)
{
    const QByteArrayList all = seeds();
    Trial trial(QString::fromLocal8Bit(argv[0]) + QStringLiteral(".last"));
    for (const QByteArray &seed : all) {
        for (qsizetype length = 0; length <= seed.size(); ++length)
            trial(seed.first(length));
    }
    Changes changes;
    for (int i = 0; i < changedInputs; ++i)
        trial(changes.changed(all));
    trial.forget();
    std::printf("%d inputs\n", trial.count());
    return trial.count() > changedInputs ? EXIT_SUCCESS : EXIT_FAILURE;
}
