// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/devicejson.h"

#include <QString>

#include <array>
#include <random>
#include <string_view>

namespace {

class Writer
{
public:
    Writer(qsizetype devices, qsizetype changedOf) : m_changedOf(changedOf)
    {
        m_bytes.reserve(devices * 320);
    }

    void addDevice(qsizetype number)
    {
        const bool isChanged = m_changedOf != 0 && number % m_changedOf == 0;
        m_bytes.append(number == 0 ? "[{" : ",{");
        field("\"name\":",
              "WS-" + QByteArray::number(number * 7919 % 1'000'003) + (isChanged ? "-bremen" : "-berlin"));
        const QByteArray status = pick<3>({"online", "offline", "archived"});
        field(",\"status\":", isChanged ? QByteArray("blocked") : status);
        field(",\"device_id\":", id());
        field(",\"company_id\":", QByteArray::number(15'000 + number / 200));
        field(",\"custom_tag\":",
              chance() < 30 ? QByteArray("rack " + QByteArray::number(chance())) : QByteArray(" "));
        field(",\"os\":", pick<3>({"windows", "linux", "mac"}));
        field(",\"backup_status\":", pick<4>({"Success", "Success", "Failed", "In Progress"}));
        field(",\"version\":", pick<4>({"1.0.21", "6.8.2.11", "6.8.2.12", "1.0.20"}));
        field(",\"last_backup\":", time());
        if (chance() < 80)
            field(",\"next_backup\":", time());
        else
            m_bytes.append(",\"next_backup\":null");
        field(",\"group_name\":", pick<4>({"Linux", "Servers", "Front office", "Default Group"}));
        m_bytes.append('}');
    }

    QByteArray takeList()
    {
        m_bytes.append(m_bytes.isEmpty() ? "[]" : "]");
        return std::move(m_bytes);
    }

private:
    unsigned chance() { return static_cast<unsigned>(m_random() % 100); }

    template <size_t Count>
    QByteArray pick(const std::array<const char *, Count> &words)
    {
        return words[m_random() % Count];
    }

    QByteArray id()
    {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
        QByteArray text(50, 'a');
        for (char &c : text)
            c = letters[m_random() % letters.size()];
        return text;
    }

    QByteArray time()
    {
        const auto two = [this](unsigned first, unsigned count) {
            return QByteArray::number(first + m_random() % count).rightJustified(2, '0');
        };
        return "2026-" + two(1, 12) + '-' + two(1, 28) + 'T' + two(0, 24) + ':' + two(0, 60) + ':'
            + two(0, 60) + ".000";
    }

    void field(const char *name, const QByteArray &value)
    {
        m_bytes.append(name).append('"').append(value).append('"');
    }

    qsizetype m_changedOf;
    QByteArray m_bytes;
    std::minstd_rand m_random{20260226};
};

} // namespace

QByteArray deviceJson(qsizetype devices, qsizetype changedOf)
{
    Writer writer(devices, changedOf);
    for (qsizetype number = 0; number < devices; ++number)
        writer.addDevice(number);
    return writer.takeList();
}
